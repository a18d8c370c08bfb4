package dev.reclaim.consent.rest;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.CandidateList;
import dev.reclaim.consent.DecideAsApprover;
import dev.reclaim.consent.DecideAsApprover.Outcome;
import dev.reclaim.consent.People;
import dev.reclaim.events.Answer;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Reason;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What waits for an approver's word; theirs alone counts. */
@Path("/approvals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.APPROVER, Roles.OPERATOR, Roles.ADMIN})
public class Approvals {

  private static final int MOST = 500;

  private final CandidateList candidates;
  private final DecideAsApprover decide;
  private final People people;
  private final Applications applications;
  private final InstantSource clock;

  Approvals(
      CandidateList candidates,
      DecideAsApprover decide,
      People people,
      Applications applications,
      InstantSource clock) {
    this.candidates = candidates;
    this.decide = decide;
    this.people = people;
    this.applications = applications;
    this.clock = clock;
  }

  /**
   * One decision that is awaited.
   *
   * @param reasons the rule's sentences
   */
  public record Open(CandidateView candidate, List<Reason> reasons) {}

  public record Listed(List<Open> approvals, Optional<String> next) {}

  public record Given(Answer answer, String comment) {}

  @GET
  public Listed list(@RestQuery String after, @Context SecurityContext caller) {
    boolean all = caller.isUserInRole(Roles.OPERATOR) || caller.isUserInRole(Roles.ADMIN);
    Optional<String> me =
        people.named(caller.getUserPrincipal().getName()).map(Holder::id).map(HolderId::value);
    if (!all && me.isEmpty()) {
      return new Listed(List.of(), Optional.empty());
    }
    List<Candidate> page =
        candidates.page(
            new CandidateList.Wanted(
                Optional.of("AwaitingApproval"),
                Optional.empty(),
                Optional.empty(),
                all ? Optional.empty() : me,
                Optional.ofNullable(after),
                MOST));
    List<CandidateView> views = Views.of(page, people, applications);
    return new Listed(
        IntStream.range(0, page.size())
            .mapToObj(i -> new Open(views.get(i), page.get(i).file().found().reasons()))
            .toList(),
        page.size() < MOST
            ? Optional.empty()
            : Optional.of(page.getLast().file().candidate().value()));
  }

  @POST
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public CandidateView decide(@RestPath String id, Given given, @Context SecurityContext caller) {
    if (given == null || given.answer() == null) {
      throw Problems.badField("answer", "is missing; it is Keep or Release");
    }
    Optional<String> comment =
        Optional.ofNullable(given.comment()).map(String::strip).filter(it -> !it.isEmpty());
    Outcome outcome =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    decide.decide(
                        CandidatePage.idOf(id),
                        caller.getUserPrincipal().getName(),
                        given.answer(),
                        comment,
                        clock.instant()));
    return switch (outcome) {
      case Outcome.Taken taken -> Views.of(taken.next(), people, applications);
      case Outcome.NotNow no -> throw Problems.conflict(no.why());
      case Outcome.NotYours no -> throw Problems.forbidden(no.why());
      case Outcome.Unknown _ -> throw Problems.notFound("Candidate", id);
    };
  }
}
