package dev.reclaim.consent.web;

import dev.reclaim.consent.AnswerByLink;
import dev.reclaim.consent.AnswerByLink.Outcome;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.Words;
import dev.reclaim.events.Answer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The page behind the link: looking changes nothing, answering needs the code and a fresh form. */
@Path("/prompts/{token}")
@PermitAll
public class PromptPages {

  private static final int LONGEST_COMMENT = 1_000;

  private final AnswerByLink answers;
  private final AskPage page;
  private final InstantSource clock;

  PromptPages(AnswerByLink answers, AskPage page, InstantSource clock) {
    this.answers = answers;
    this.page = page;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response show(@RestPath String token, @Context UriInfo uri) {
    Optional<Prompt> prompt = answers.linkedBy(token).map(Prompts.Linked::prompt);
    if (prompt.isEmpty()) {
      return html(404, page.unknownLink());
    }
    return page.isOpen(prompt.get())
        ? form(200, prompt.get(), uri, Optional.empty())
        : html(410, page.closed(prompt.get()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response answer(
      @RestPath String token,
      @RestForm String code,
      @RestForm String answer,
      @RestForm String comment,
      @RestForm String guard,
      @RestCookie(FormGuard.COOKIE) String cookie,
      @Context UriInfo uri) {
    Optional<Prompt> known = answers.linkedBy(token).map(Prompts.Linked::prompt);
    if (known.isEmpty()) {
      return html(404, page.unknownLink());
    }
    Prompt prompt = known.get();
    Words words = page.words(prompt);
    if (!FormGuard.fits(cookie, guard)) {
      return form(403, prompt, uri, notice(words, "no-form"));
    }
    Optional<Answer> chosen = chosen(answer);
    if (chosen.isEmpty() || code == null || code.isBlank()) {
      return form(400, prompt, uri, notice(words, "no-answer"));
    }
    Outcome outcome = take(token, code, chosen.get(), comment);
    return switch (outcome) {
      case Outcome.Taken taken -> html(200, page.done(prompt, taken.next()));
      case Outcome.NotNow _ -> html(page.isOpen(prompt) ? 409 : 410, page.closed(prompt));
      case Outcome.Incomplete _ -> form(400, prompt, uri, notice(words, "incomplete"));
      case Outcome.WrongCode wrong ->
          form(
              403,
              prompt,
              uri,
              Optional.of(
                  new AskPage.Notice(
                      words.label("wrong-code.title"),
                      words.say("wrong-code.text", wrong.triesLeft()))));
      case Outcome.Locked locked ->
          form(
              429,
              prompt,
              uri,
              Optional.of(
                  new AskPage.Notice(
                      words.label("locked.title"),
                      words.say("locked.text", words.moment(locked.until())))));
      case Outcome.UnknownLink _ -> html(404, page.unknownLink());
    };
  }

  Outcome take(String token, String code, Answer answer, String comment) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                answers.answer(
                    token,
                    code,
                    new AnswerByLink.Given(answer, shortened(comment)),
                    clock.instant()));
  }

  static Optional<String> shortened(String comment) {
    return Optional.ofNullable(comment)
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(it -> it.length() <= LONGEST_COMMENT ? it : it.substring(0, LONGEST_COMMENT));
  }

  private static Optional<Answer> chosen(String answer) {
    return switch (answer == null ? "" : answer) {
      case "Keep" -> Optional.of(Answer.KEEP);
      case "Release" -> Optional.of(Answer.RELEASE);
      default -> Optional.empty();
    };
  }

  private static Optional<AskPage.Notice> notice(Words words, String key) {
    return Optional.of(new AskPage.Notice(words.label(key + ".title"), words.label(key + ".text")));
  }

  private Response form(int status, Prompt prompt, UriInfo uri, Optional<AskPage.Notice> notice) {
    String guard = FormGuard.fresh();
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .cookie(FormGuard.cookie(guard, uri))
        .entity(page.form(prompt, guard, notice))
        .build();
  }

  private static Response html(int status, String body) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .entity(body)
        .build();
  }
}
