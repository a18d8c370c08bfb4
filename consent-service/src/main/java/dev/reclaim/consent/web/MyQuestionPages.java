package dev.reclaim.consent.web;

import dev.reclaim.consent.AnswerByLink;
import dev.reclaim.consent.AnswerInSession.Outcome;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.WhatIsMissing;
import dev.reclaim.events.Answer;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import dev.reclaim.http.browser.Csrf;
import dev.reclaim.http.browser.FormWithToken;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** One of my questions on a page of its own, without a link from a mail. */
@Path("/me/questions/{question}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class MyQuestionPages {

  private final Prompts prompts;
  private final TakesAnswers takes;
  private final AskPage page;
  private final Visitor visitor;
  private final Csrf csrf;
  private final OtherQuestions others;
  private final AllowsPicture pictures;

  MyQuestionPages(
      Prompts prompts,
      TakesAnswers takes,
      AskPage page,
      Visitor visitor,
      Csrf csrf,
      OtherQuestions others,
      AllowsPicture pictures) {
    this.pictures = pictures;
    this.prompts = prompts;
    this.takes = takes;
    this.page = page;
    this.visitor = visitor;
    this.csrf = csrf;
    this.others = others;
  }

  @GET
  @Operation(summary = "One question, as a page")
  public Response show(@RestPath String question) {
    Optional<Prompt> known = prompts.find(new PromptId(question));
    Optional<Holder> me = visitor.person();
    if (known.isEmpty() || me.isEmpty()) {
      return PromptPages.html(404, page.unknownLink());
    }
    if (!known.get().asked().equals(me.get().id())) {
      return refused(known.get());
    }
    return page.isOpen(known.get())
        ? form(200, known.get(), me.get(), Optional.empty(), Typed.NOTHING)
        : PromptPages.html(410, page.closed(known.get()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @FormWithToken
  @Operation(summary = "Answer it, from the form of the page")
  public Response answer(
      @RestPath String question,
      @RestForm String answer,
      @RestForm String comment,
      @RestForm List<String> further,
      @RestForm("further-id") List<String> furtherId,
      @RestForm("further-text") List<String> furtherText,
      @RestForm(Csrf.FIELD) String token) {
    csrf.check(token);
    Optional<Prompt> known = prompts.find(new PromptId(question));
    Optional<Holder> me = visitor.person();
    if (known.isEmpty() || me.isEmpty()) {
      return PromptPages.html(404, page.unknownLink());
    }
    Prompt prompt = known.get();
    if (!prompt.asked().equals(me.get().id())) {
      return refused(prompt);
    }
    Typed written = Typed.of(comment, List.of(), further, furtherId, furtherText);
    Optional<Answer> chosen = TakesAnswers.chosen(answer);
    if (chosen.isEmpty()) {
      return form(400, prompt, me.get(), notice(prompt, "no-answer", ""), written);
    }
    if (takes.lacksReason(prompt, chosen.get(), comment)) {
      return form(400, prompt, me.get(), notice(prompt, "no-reason", "comment"), written);
    }
    AnswerByLink.Given given =
        new AnswerByLink.Given(
            chosen.get(),
            TakesAnswers.shortened(comment),
            MoreAnswers.of(further, furtherId, furtherText));
    Optional<WhatIsMissing> missing = takes.missing(prompt, given);
    if (missing.isPresent()) {
      return form(
          400, prompt, me.get(), notice(prompt, "incomplete", missing.get().field()), written);
    }
    return switch (takes.inSession(prompt.id(), me.get(), given)) {
      case Outcome.Taken taken -> PromptPages.html(200, page.done(prompt, taken.next()));
      case Outcome.NotNow _ ->
          PromptPages.html(page.isOpen(prompt) ? 409 : 410, page.closed(prompt));
      case Outcome.NotYours _, Outcome.Unknown _ -> PromptPages.html(403, page.unknownLink());
    };
  }

  private Response refused(Prompt prompt) {
    String login = visitor.login().orElseThrow();
    takes.wasOpenedBy(login, prompt);
    return PromptPages.html(403, page.refused(login, csrf.token()));
  }

  private Optional<AskPage.Notice> notice(Prompt prompt, String key, String field) {
    return Optional.of(AskPage.Notice.of(page.words(prompt), key, field));
  }

  private Response form(
      int status, Prompt prompt, Holder me, Optional<AskPage.Notice> notice, Typed written) {
    pictures.on(page.question(prompt));
    return PromptPages.html(
        status,
        page.form(
            prompt,
            new AskPage.Form(
                csrf.token(),
                "",
                Optional.of(me.name()),
                notice,
                written,
                others.besides(prompt, me))));
  }
}
