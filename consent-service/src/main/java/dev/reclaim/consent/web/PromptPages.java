package dev.reclaim.consent.web;

import dev.reclaim.consent.AnswerByLink;
import dev.reclaim.consent.AnswerByLink.Outcome;
import dev.reclaim.consent.AnswerInSession;
import dev.reclaim.consent.AnswerSeveralByLink;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.Words;
import dev.reclaim.events.Answer;
import dev.reclaim.events.Holder;
import dev.reclaim.http.browser.Csrf;
import dev.reclaim.http.browser.FormWithToken;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The page behind the link. Looking changes nothing. Answering needs the reader's own session or
 * the code from the mail, and a fresh form; in the session of somebody else it is refused.
 */
@Path("/prompts/{token}")
@PermitAll
public class PromptPages {

  private final AnswerByLink answers;
  private final TakesAnswers takes;
  private final AskPage page;
  private final Visitor visitor;
  private final Csrf csrf;
  private final OtherQuestions others;
  private final AllowsPicture pictures;

  PromptPages(
      AnswerByLink answers,
      TakesAnswers takes,
      AskPage page,
      Visitor visitor,
      Csrf csrf,
      OtherQuestions others,
      AllowsPicture pictures) {
    this.pictures = pictures;
    this.answers = answers;
    this.takes = takes;
    this.page = page;
    this.visitor = visitor;
    this.csrf = csrf;
    this.others = others;
  }

  /** What the form brings. */
  public static class Given {
    @RestForm String code;
    @RestForm String answer;
    @RestForm String comment;
    @RestForm List<String> question = List.of();
    @RestForm List<String> further = List.of();

    @RestForm("further-id")
    List<String> furtherId = List.of();

    @RestForm("further-text")
    List<String> furtherText = List.of();

    AnswerByLink.Given chosen(Answer chosen) {
      return new AnswerByLink.Given(
          chosen, TakesAnswers.shortened(comment), MoreAnswers.of(further, furtherId, furtherText));
    }

    Typed typed() {
      return Typed.of(comment, question, further, furtherId, furtherText);
    }

    @RestForm(Csrf.FIELD)
    String token;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(summary = "One question, as a page; looking changes nothing")
  public Response show(@RestPath String token) {
    Optional<Prompts.Linked> linked = answers.linkedBy(token);
    if (linked.isEmpty()) {
      return html(404, page.unknownLink());
    }
    Prompt prompt = linked.get().prompt();
    if (isSomebodyElse(prompt)) {
      return refused(prompt);
    }
    Optional<AskPage.Notice> notice =
        visitor.person().isEmpty() && AnswerByLink.takesNoCode(linked.get())
            ? notice(prompt, "no-more-codes", "code")
            : Optional.empty();
    return page.isOpen(prompt)
        ? form(200, token, prompt, notice, Typed.following(prompt.id().value()))
        : html(410, page.closed(prompt));
  }

  /** Only for those who are signed in; everybody else is asked to, and comes back. */
  @GET
  @Path("/mine")
  @Authenticated
  @Operation(summary = "The same question, after signing in")
  public Response mine(@RestPath String token) {
    return Response.seeOther(URI.create("/prompts/" + token)).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @FormWithToken
  @Operation(summary = "Answer a question, from the form of its page")
  public Response answer(@RestPath String token, Given given) {
    Optional<Prompt> known = answers.linkedBy(token).map(Prompts.Linked::prompt);
    if (known.isEmpty()) {
      return html(404, page.unknownLink());
    }
    Prompt prompt = known.get();
    if (isSomebodyElse(prompt)) {
      return refused(prompt);
    }
    Typed written = given.typed();
    if (!csrf.fits(given.token)) {
      return form(403, token, prompt, notice(prompt, "no-form", ""), written);
    }
    Optional<Answer> chosen = TakesAnswers.chosen(given.answer);
    Optional<Holder> me = visitor.person();
    if (chosen.isEmpty() || (me.isEmpty() && isBlank(given.code))) {
      String field = me.isEmpty() && isBlank(given.code) ? "code" : "";
      return form(400, token, prompt, notice(prompt, "no-answer", field), written);
    }
    boolean several = me.isEmpty() && isSeveral(prompt);
    if (several && given.question.isEmpty()) {
      return form(400, token, prompt, notice(prompt, "me.none-picked", ""), written);
    }
    List<String> answered = several ? given.question : List.of(prompt.id().value());
    if (takes.lackReason(answered, chosen.get(), given.comment)) {
      return form(400, token, prompt, notice(prompt, "no-reason", "comment"), written);
    }
    if (me.isPresent()) {
      return takes
          .missing(prompt, given.chosen(chosen.get()))
          .map(it -> form(400, token, prompt, notice(prompt, "incomplete", it.field()), written))
          .orElseGet(() -> inSession(prompt, me.get(), given.chosen(chosen.get())));
    }
    if (several) {
      return severalByCode(token, prompt, given, chosen.get());
    }
    return said(
        token, prompt, takes.byCode(token, given.code, given.chosen(chosen.get())), written);
  }

  /** What asks for more than a list has room for stands on a page of its own. */
  private boolean isSeveral(Prompt prompt) {
    return others.together(prompt).size() > 1 && page.question(prompt).further().isEmpty();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private Response severalByCode(String token, Prompt prompt, Given given, Answer answer) {
    return switch (takes.severalByCode(token, given.code, given.question, answer, given.comment)) {
      case AnswerSeveralByLink.Outcome.Counted counted ->
          html(
              200,
              page.doneWithSeveral(
                  prompt, counted.taken(), counted.closed(), counted.incomplete()));
      case AnswerSeveralByLink.Outcome.Refused refused ->
          said(token, prompt, refused.why(), given.typed());
    };
  }

  private Response inSession(Prompt prompt, Holder me, AnswerByLink.Given given) {
    return switch (takes.inSession(prompt.id(), me, given)) {
      case AnswerInSession.Outcome.Taken taken -> html(200, page.done(prompt, taken.next()));
      case AnswerInSession.Outcome.NotNow _ ->
          html(page.isOpen(prompt) ? 409 : 410, page.closed(prompt));
      case AnswerInSession.Outcome.NotYours _ ->
          html(403, page.refused(visitor.login().orElse(""), csrf.token()));
      case AnswerInSession.Outcome.Unknown _ -> html(404, page.unknownLink());
    };
  }

  private Response said(String token, Prompt prompt, Outcome outcome, Typed written) {
    Words words = page.words(prompt);
    return switch (outcome) {
      case Outcome.Taken taken -> html(200, page.done(prompt, taken.next()));
      case Outcome.NotNow _ -> html(page.isOpen(prompt) ? 409 : 410, page.closed(prompt));
      case Outcome.Incomplete it ->
          form(400, token, prompt, notice(prompt, "incomplete", it.missing().field()), written);
      case Outcome.WrongCode wrong ->
          form(
              403,
              token,
              prompt,
              Optional.of(
                  new AskPage.Notice(
                      words.label("wrong-code.title"),
                      words.say("wrong-code.text", wrong.triesLeft()),
                      "code")),
              written);
      case Outcome.Locked locked ->
          form(
              429,
              token,
              prompt,
              Optional.of(
                  new AskPage.Notice(
                      words.label("locked.title"),
                      words.say("locked.text", words.moment(locked.until())),
                      "code")),
              written);
      case Outcome.NoMoreCodes _ ->
          form(403, token, prompt, notice(prompt, "no-more-codes", "code"), written);
      case Outcome.UnknownLink _ -> html(404, page.unknownLink());
    };
  }

  private boolean isSomebodyElse(Prompt prompt) {
    return visitor.login().isPresent()
        && visitor.person().filter(me -> me.id().equals(prompt.asked())).isEmpty();
  }

  private Response refused(Prompt prompt) {
    String login = visitor.login().orElseThrow();
    takes.wasOpenedBy(login, prompt);
    return html(403, page.refused(login, csrf.token()));
  }

  private Optional<AskPage.Notice> notice(Prompt prompt, String key, String field) {
    return Optional.of(AskPage.Notice.of(page.words(prompt), key, field));
  }

  private Response form(
      int status, String token, Prompt prompt, Optional<AskPage.Notice> notice, Typed written) {
    Optional<Holder> me = visitor.person();
    AskPage.Form form =
        new AskPage.Form(
            csrf.token(),
            token,
            me.map(Holder::name),
            notice,
            written,
            me.map(it -> others.besides(prompt, it)).orElse(0));
    if (me.isEmpty() && isSeveral(prompt)) {
      return html(status, page.several(prompt, others.together(prompt), form));
    }
    pictures.on(page.question(prompt));
    return html(status, page.form(prompt, form));
  }

  static Response html(int status, TemplateInstance body) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .entity(body.render())
        .build();
  }
}
