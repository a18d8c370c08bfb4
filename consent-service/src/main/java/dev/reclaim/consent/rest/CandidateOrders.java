package dev.reclaim.consent.rest;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.CandidateList;
import dev.reclaim.consent.Decision;
import dev.reclaim.consent.Input;
import dev.reclaim.consent.People;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Holder;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What people of operations do with one candidate. */
@Path("/candidates/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class CandidateOrders {

  private static final int LONGEST_TEXT = 1_000;

  private final CandidateDesk desk;
  private final CandidateList candidates;
  private final People people;
  private final Applications applications;
  private final InstantSource clock;

  CandidateOrders(
      CandidateDesk desk,
      CandidateList candidates,
      People people,
      Applications applications,
      InstantSource clock) {
    this.desk = desk;
    this.candidates = candidates;
    this.people = people;
    this.applications = applications;
    this.clock = clock;
  }

  public record Reason(String reason) {}

  /**
   * That a person took the seat back.
   *
   * @param proof what shows it, such as the number of a ticket
   */
  public record Note(String note, String proof) {}

  public record Until(Instant until, String reason) {}

  /**
   * Who shall decide.
   *
   * @param approver a holder's id, or any identifier of theirs
   */
  public record Approver(String approver, String reason) {}

  @POST
  @Path("/reclaim")
  public CandidateView reclaim(
      @RestPath String id, @RestQuery String reason, @Context SecurityContext caller) {
    return take(id, new Input.Reclaim(login(caller), optional("reason", reason)));
  }

  @POST
  @Path("/resume")
  public CandidateView resume(
      @RestPath String id, @RestQuery String reason, @Context SecurityContext caller) {
    return take(id, new Input.Resume(login(caller), optional("reason", reason)));
  }

  @POST
  @Path("/skip")
  @Consumes(MediaType.APPLICATION_JSON)
  public CandidateView skip(@RestPath String id, Reason body, @Context SecurityContext caller) {
    return take(
        id, new Input.Skip(login(caller), text("reason", body == null ? null : body.reason())));
  }

  @POST
  @Path("/close-complete")
  @Consumes(MediaType.APPLICATION_JSON)
  public CandidateView closeComplete(
      @RestPath String id, Note body, @Context SecurityContext caller) {
    return take(
        id,
        new Input.CloseComplete(
            login(caller),
            text("note", body == null ? null : body.note()),
            text("proof", body == null ? null : body.proof())));
  }

  @POST
  @Path("/snooze")
  @Consumes(MediaType.APPLICATION_JSON)
  public CandidateView snooze(@RestPath String id, Until body, @Context SecurityContext caller) {
    if (body == null || body.until() == null) {
      throw Problems.badField("until", "is missing; it is a time such as 2026-01-31T12:00:00Z");
    }
    return take(
        id, new Input.Snooze(login(caller), body.until(), optional("reason", body.reason())));
  }

  @POST
  @Path("/reassign")
  @Consumes(MediaType.APPLICATION_JSON)
  public CandidateView reassign(
      @RestPath String id, Approver body, @Context SecurityContext caller) {
    String named = text("approver", body == null ? null : body.approver());
    Holder approver = Someone.named("approver", named, people);
    return take(id, new Input.Reassign(login(caller), approver, optional("reason", body.reason())));
  }

  private CandidateView take(String id, Input.Order order) {
    CandidateId candidate = CandidatePage.idOf(id);
    if (candidates.find(candidate).isEmpty()) {
      throw Problems.notFound("Candidate", id);
    }
    Decision decision =
        QuarkusTransaction.requiringNew()
            .call(() -> desk.take(candidate, order, Cause.currentRequest(), clock.instant()));
    return switch (decision) {
      case Decision.Moved moved -> view(moved.next());
      case Decision.NoEffect no -> throw Problems.conflict(no.why());
      case Decision.TooEarly early -> throw Problems.conflict(early.why());
    };
  }

  private CandidateView view(Candidate state) {
    return Views.of(state, people, applications);
  }

  private static String login(SecurityContext caller) {
    return caller.getUserPrincipal().getName();
  }

  static Optional<String> optional(String field, String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(text(field, value));
  }

  static String text(String field, String value) {
    if (value == null || value.isBlank()) {
      throw Problems.badField(field, "is missing");
    }
    if (value.length() > LONGEST_TEXT) {
      throw Problems.badField(field, "is longer than " + LONGEST_TEXT + " characters");
    }
    return value.strip();
  }
}
