package dev.reclaim.consent.web;

import dev.reclaim.consent.AnswerByLink;
import dev.reclaim.consent.AnswerByLink.Outcome;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.Question;
import dev.reclaim.events.Answer;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.http.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The same question for programs. An answer here rests on the code alone; a session only counts
 * against it, when it is somebody else's.
 */
@Path("/prompts/{token}")
@PermitAll
public class PromptData {

  private final AnswerByLink answers;
  private final AskPage page;
  private final TakesAnswers takes;
  private final Visitor visitor;

  PromptData(AnswerByLink answers, AskPage page, TakesAnswers takes, Visitor visitor) {
    this.answers = answers;
    this.page = page;
    this.takes = takes;
    this.visitor = visitor;
  }

  /**
   * The question.
   *
   * @param open whether an answer still counts
   */
  public record Shown(
      String prompt,
      String candidate,
      String kind,
      String state,
      boolean open,
      Instant until,
      Optional<Answer> answered,
      Question question,
      List<Answer> answers) {}

  /**
   * An answer.
   *
   * @param further the answers to the campaign's other questions, by their ids
   */
  public record Given(
      String code, Answer answer, String comment, Map<String, List<String>> further) {}

  /**
   * What became of an answer.
   *
   * @param state the candidate's state now
   * @param changeable whether the answer may still be changed
   */
  public record Result(String candidate, String state, boolean changeable) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Shown show(@RestPath String token) {
    Prompt prompt = named(token);
    return new Shown(
        prompt.id().value(),
        prompt.candidate().value(),
        prompt.kind().name(),
        page.state(prompt).getClass().getSimpleName(),
        page.isOpen(prompt),
        prompt.until(),
        prompt.answered(),
        page.question(prompt),
        List.of(Answer.KEEP, Answer.RELEASE));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Result answer(@RestPath String token, Given given) {
    Prompt prompt = named(token);
    if (given == null || given.answer() == null) {
      throw Problems.badField("answer", "is missing; it is Keep or Release");
    }
    if (given.code() == null || given.code().isBlank()) {
      throw Problems.badField("code", "is missing; it stands in the mail");
    }
    Outcome outcome =
        takes.byCode(
            token,
            given.code(),
            new AnswerByLink.Given(
                given.answer(), TakesAnswers.shortened(given.comment()), further(given)));
    return switch (outcome) {
      case Outcome.Taken taken ->
          new Result(
              prompt.candidate().value(),
              taken.next().getClass().getSimpleName(),
              taken.next().openPrompts().contains(prompt.id()));
      case Outcome.NotNow no -> throw Problems.conflict(no.why());
      case Outcome.Incomplete it ->
          throw Problems.badField(it.missing().field(), it.missing().why());
      case Outcome.WrongCode wrong ->
          throw Problems.forbidden(
              "The code does not match; nothing has changed. Tries left: " + wrong.triesLeft());
      case Outcome.Locked locked ->
          throw Problems.problem(
              "locked",
              "Too many wrong codes",
              Response.Status.TOO_MANY_REQUESTS,
              "Nothing has changed. Try again from " + locked.until() + " on.",
              Map.of("until", locked.until().toString()));
      case Outcome.NoMoreCodes _ ->
          throw Problems.forbidden(
              "Too many wrong codes: this question takes none any more. Nothing has changed."
                  + " Answer on its page, signed in");
      case Outcome.UnknownLink _ -> throw unknown();
    };
  }

  private static List<ConsentEvent.Further> further(Given given) {
    return given.further() == null
        ? List.of()
        : given.further().entrySet().stream()
            .map(it -> new ConsentEvent.Further(it.getKey(), it.getValue()))
            .toList();
  }

  private Prompt named(String token) {
    Prompt prompt =
        answers.linkedBy(token).map(Prompts.Linked::prompt).orElseThrow(PromptData::unknown);
    Optional<String> login = visitor.login();
    if (login.isPresent()
        && visitor.person().filter(me -> me.id().equals(prompt.asked())).isEmpty()) {
      takes.wasOpenedBy(login.get(), prompt);
      throw Problems.forbidden("This question is for somebody else; nothing has changed");
    }
    return prompt;
  }

  /** Without the token: an unknown one may be a known one with a slip of the pen. */
  private static RuntimeException unknown() {
    return Problems.notFound("A question behind", "this link");
  }
}
