package dev.reclaim.consent.web;

import dev.reclaim.consent.AnswerByLink;
import dev.reclaim.consent.AnswerInSession;
import dev.reclaim.consent.GivesBack;
import dev.reclaim.consent.Words;
import dev.reclaim.events.Answer;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import dev.reclaim.http.Problems;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** My software: what is asked of me, what happens to my seats, and how to get one back. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class MyPages {

  private final BuildsMine builds;
  private final Frames frames;
  private final TakesAnswers takes;
  private final Visitor visitor;
  private final Csrf csrf;
  private final Returns returns;

  MyPages(
      BuildsMine builds,
      Frames frames,
      TakesAnswers takes,
      Visitor visitor,
      Csrf csrf,
      Returns returns) {
    this.builds = builds;
    this.frames = frames;
    this.takes = takes;
    this.visitor = visitor;
    this.csrf = csrf;
    this.returns = returns;
  }

  @GET
  @Operation(hidden = true)
  public Response home() {
    return Response.seeOther(URI.create("/me")).build();
  }

  @GET
  @Path("me")
  @Operation(summary = "My software, as a page")
  public Response show() {
    return visitor
        .person()
        .map(me -> page(200, me, List.of(), Typed.NOTHING))
        .orElseGet(() -> PromptPages.html(403, frames.nobody("me")));
  }

  @POST
  @Path("me/answers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @FormWithToken
  @Operation(summary = "Answer one or several questions, from the form of the page")
  public Response answer(
      @RestForm List<String> question,
      @RestForm String answer,
      @RestForm String comment,
      @RestForm(Csrf.FIELD) String token) {
    csrf.check(token);
    Holder me = me();
    Words words = visitor.words();
    Typed typed = Typed.of(comment, question, List.of(), List.of(), List.of());
    Optional<Answer> chosen = TakesAnswers.chosen(answer);
    if (chosen.isEmpty() || question.isEmpty()) {
      return page(400, me, List.of(Frame.Notice.attention(words, "me.none-picked")), typed);
    }
    if (takes.lackReason(question, chosen.get(), comment)) {
      return page(400, me, List.of(Frame.Notice.attention(words, "no-reason")), typed);
    }
    return page(200, me, take(question, me, chosen.get(), comment, words), Typed.NOTHING);
  }

  private List<Frame.Notice> take(
      List<String> questions, Holder me, Answer answer, String comment, Words words) {
    int taken = 0;
    int incomplete = 0;
    AnswerByLink.Given given = new AnswerByLink.Given(answer, TakesAnswers.shortened(comment));
    for (String question : Set.copyOf(questions)) {
      if (takes.isIncomplete(question, me, given)) {
        incomplete++;
      } else if (takes.inSession(new PromptId(question), me, given)
          instanceof AnswerInSession.Outcome.Taken) {
        taken++;
      }
    }
    List<Frame.Notice> notices = new ArrayList<>();
    if (taken > 0) {
      notices.add(
          Frame.Notice.done(words.say("me.taken.title", taken), words.label("me.taken.text")));
    }
    if (incomplete > 0) {
      notices.add(
          Frame.Notice.attention(
              words.say("me.incomplete.title", incomplete), words.label("me.incomplete.text")));
    }
    int not = Set.copyOf(questions).size() - taken - incomplete;
    if (not > 0) {
      notices.add(
          Frame.Notice.attention(
              words.say("me.not-taken.title", not), words.label("me.not-taken.text")));
    }
    return notices;
  }

  @POST
  @Path("me/seats/{candidate}/restore")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @FormWithToken
  @Operation(summary = "Get a seat back that was taken, from the form of the page")
  public Response restore(@RestPath String candidate, @RestForm(Csrf.FIELD) String token) {
    csrf.check(token);
    Holder me = me();
    Words words = visitor.words();
    Frame.Notice notice =
        switch (returns.giveBack(candidate, me)) {
          case GivesBack.Outcome.Begins _ ->
              Frame.Notice.done(words.label("me.back.title"), words.label("me.back.text"));
          case GivesBack.Outcome.Refused _, GivesBack.Outcome.NoAnswer _ ->
              Frame.Notice.attention(words, "me.not-back");
        };
    return page(notice.state().equals("done") ? 200 : 409, me, List.of(notice), Typed.NOTHING);
  }

  private Response page(int status, Holder me, List<Frame.Notice> notices, Typed typed) {
    Words words = visitor.words();
    return PromptPages.html(
        status,
        PeopleTemplates.me(frames.around("me", me, words, notices), builds.of(me, words, typed)));
  }

  private Holder me() {
    return visitor
        .person()
        .orElseThrow(() -> Problems.forbidden("HR has told us of nobody with your login"));
  }
}
