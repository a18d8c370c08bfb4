package dev.reclaim.consent.web;

import dev.reclaim.consent.DecideAsApprover;
import dev.reclaim.consent.HandOver;
import dev.reclaim.consent.People;
import dev.reclaim.consent.Words;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Holder;
import dev.reclaim.http.Problems;
import dev.reclaim.http.browser.Csrf;
import dev.reclaim.http.browser.FormWithToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** My team: what waits for my word. Decide one or many, or hand them over. */
@Path("/team")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class TeamPages {

  private final BuildsTeam builds;
  private final Frames frames;
  private final DecideAsApprover decide;
  private final HandOver handOver;
  private final People people;
  private final Visitor visitor;
  private final Csrf csrf;

  TeamPages(
      BuildsTeam builds,
      Frames frames,
      DecideAsApprover decide,
      HandOver handOver,
      People people,
      Visitor visitor,
      Csrf csrf) {
    this.builds = builds;
    this.frames = frames;
    this.decide = decide;
    this.handOver = handOver;
    this.people = people;
    this.visitor = visitor;
    this.csrf = csrf;
  }

  @GET
  @Operation(summary = "What waits for my decision, as a page")
  public Response show(@RestQuery @DefaultValue("") String open) {
    return visitor
        .person()
        .map(me -> page(200, me, List.of(), open))
        .orElseGet(() -> PromptPages.html(403, frames.nobody("team")));
  }

  @POST
  @Path("/decisions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @FormWithToken
  @Operation(summary = "Decide one or many, from the form of the page")
  public Response decide(
      @RestForm List<String> candidate,
      @RestForm String answer,
      @RestForm String comment,
      @RestForm(Csrf.FIELD) String token) {
    csrf.check(token);
    Holder me = me();
    Optional<Answer> chosen = TakesAnswers.chosen(answer);
    if (chosen.isEmpty() || candidate.isEmpty()) {
      return nonePicked(me);
    }
    Tally tally = new Tally();
    for (String id : Set.copyOf(candidate)) {
      tally.count(decide(id, chosen.get(), comment));
    }
    return page(200, me, tally.notices(chosen.get(), words()), "");
  }

  private DecideAsApprover.Outcome decide(String id, Answer answer, String comment) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                decide.decide(
                    new CandidateId(id),
                    visitor.login().orElseThrow(),
                    answer,
                    TakesAnswers.shortened(comment),
                    visitor.now()));
  }

  @POST
  @Path("/hand-over")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @FormWithToken
  @Operation(summary = "Hand decisions over to somebody else, from the form of the page")
  public Response handOver(
      @RestForm List<String> candidate,
      @RestForm @DefaultValue("") String to,
      @RestForm(Csrf.FIELD) String token) {
    csrf.check(token);
    Holder me = me();
    if (candidate.isEmpty()) {
      return nonePicked(me);
    }
    Optional<Holder> other = people.named(to);
    if (other.isEmpty()) {
      return page(400, me, List.of(Frame.Notice.attention(words(), "team.nobody")), "");
    }
    Tally tally = new Tally();
    for (String id : Set.copyOf(candidate)) {
      tally.count(handOver(id, me, other.get()));
    }
    return page(200, me, tally.noticesOfHandOver(other.get(), words()), "");
  }

  private HandOver.Outcome handOver(String id, Holder me, Holder other) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                handOver.to(
                    other, new CandidateId(id), me, visitor.login().orElseThrow(), visitor.now()));
  }

  private Response nonePicked(Holder me) {
    return page(400, me, List.of(Frame.Notice.attention(words(), "me.none-picked")), "");
  }

  private Response page(int status, Holder me, List<Frame.Notice> notices, String open) {
    return PromptPages.html(
        status,
        PeopleTemplates.team(
            frames.around("team", me, words(), notices), builds.of(me, words(), open)));
  }

  private Words words() {
    return visitor.words();
  }

  private Holder me() {
    return visitor
        .person()
        .orElseThrow(() -> Problems.forbidden("HR has told us of nobody with your login"));
  }
}
