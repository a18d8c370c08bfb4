package dev.reclaim.revocation.rest;

import dev.reclaim.events.Actor;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.RevocationId;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import dev.reclaim.revocation.KnownApplication;
import dev.reclaim.revocation.Next;
import dev.reclaim.revocation.RestoresSeats;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.Revocations;
import dev.reclaim.revocation.SeesRevocations;
import dev.reclaim.revocation.SeesRevocations.Operation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Revocations, and giving back what they took. */
@Path("/revocations")
@Produces(MediaType.APPLICATION_JSON)
public class RevocationsResource {

  private static final int MOST = 500;

  private final SeesRevocations view;
  private final Revocations revocations;
  private final SecurityIdentity caller;
  private final InstantSource clock;

  RevocationsResource(
      SeesRevocations view, Revocations revocations, SecurityIdentity caller, InstantSource clock) {
    this.view = view;
    this.revocations = revocations;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Newest first.
   *
   * @param next what {@code after} must be for the next page
   */
  public record Page(List<RevocationRow> revocations, Optional<Long> next) {}

  /** One revocation with all that was done for it. */
  public record Whole(RevocationRow revocation, List<Operation> steps) {}

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  @Transactional
  public Page list(
      @QueryParam("state") Optional<String> state,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") Optional<Long> after) {
    if (limit < 1 || limit > MOST) {
      throw Problems.badField("limit", "must be between 1 and " + MOST);
    }
    state.ifPresent(RevocationsResource::mustBeAState);
    List<RevocationRow> rows =
        view.page(state, limit, after.orElse(Long.MAX_VALUE)).stream()
            .map(RevocationRow::of)
            .toList();
    return new Page(
        rows, rows.size() < limit ? Optional.empty() : Optional.of(rows.getLast().number()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  @Transactional
  public Whole one(@PathParam("id") String id) {
    RevocationId wanted = idOf(id);
    return view.one(wanted)
        .map(found -> new Whole(RevocationRow.of(found), view.operations(wanted)))
        .orElseThrow(() -> Problems.notFound("revocation", id));
  }

  /**
   * Asks for the earlier state; the work begins at once. Asking again is harmless. A holder asks
   * for their own seats alone.
   */
  @POST
  @Path("/{id}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.HOLDER})
  @Transactional
  public Whole restore(@PathParam("id") String id, Because body) {
    String reason = Because.reasonOf(body);
    Actor by = actor();
    Instant now = clock.instant();
    revocations.change(
        idOf(id), known -> restore(known, id, by, reason, now), Cause.currentRequest());
    return one(id);
  }

  private Actor actor() {
    String name = caller.getPrincipal().getName();
    return caller.hasRole(Roles.HOLDER) ? Actor.holder(new HolderId(name)) : Actor.operator(name);
  }

  private Optional<Next<? extends Revocation>> restore(
      Optional<Revocation> known, String id, Actor by, String reason, Instant now) {
    Revocation found = known.orElseThrow(() -> Problems.notFound("revocation", id));
    if (by.role() == Actor.Role.HOLDER && !by.id().equals(found.task().seat().holder().value())) {
      throw Problems.forbidden("This seat was somebody else's");
    }
    int days =
        view.application(found.task().seat().application())
            .map(KnownApplication::restorableDays)
            .orElse(0);
    return switch (RestoresSeats.ask(found, days, by, reason, now)) {
      case RestoresSeats.Answer.Begins(var next) -> Optional.of(next);
      case RestoresSeats.Answer.Already() -> Optional.empty();
      case RestoresSeats.Answer.Refused(String why) -> throw Problems.conflict(why);
    };
  }

  private static RevocationId idOf(String id) {
    try {
      return new RevocationId(id);
    } catch (IllegalArgumentException e) {
      throw Problems.badField("id", e.getMessage());
    }
  }

  private static void mustBeAState(String name) {
    List<String> states =
        Arrays.stream(Revocation.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    if (!states.contains(name)) {
      throw Problems.badField("state", "must be one of " + states);
    }
  }
}
