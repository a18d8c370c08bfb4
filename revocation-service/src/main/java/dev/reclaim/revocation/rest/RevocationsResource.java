package dev.reclaim.revocation.rest;

import dev.reclaim.events.Actor;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.RevocationEvent.Drift;
import dev.reclaim.events.RevocationId;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import dev.reclaim.revocation.Drifts;
import dev.reclaim.revocation.KnownApplication;
import dev.reclaim.revocation.Next;
import dev.reclaim.revocation.RestoresSeats;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.Revocations;
import dev.reclaim.revocation.SeesRevocations;
import dev.reclaim.revocation.SeesRevocations.Operation;
import io.quarkus.security.Authenticated;
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
  private final Drifts drifts;
  private final Revocations revocations;
  private final SecurityIdentity caller;
  private final InstantSource clock;

  RevocationsResource(
      SeesRevocations view,
      Drifts drifts,
      Revocations revocations,
      SecurityIdentity caller,
      InstantSource clock) {
    this.view = view;
    this.drifts = drifts;
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

  /** Differences between access and seat that stand. */
  public record Drifting(List<Drifts.Found> drift) {}

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
    return whole(id);
  }

  private Whole whole(String id) {
    RevocationId wanted = PathIds.revocation("id", id);
    return view.one(wanted)
        .map(found -> new Whole(RevocationRow.of(found), view.operations(wanted)))
        .orElseThrow(() -> Problems.notFound("revocation", id));
  }

  /** Where access and seat do not stand together as they should. */
  @GET
  @Path("/drift")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  public Drifting drift() {
    return new Drifting(drifts.standing(List.of(Drift.values())));
  }

  /**
   * Asks for the earlier state; the work begins at once. Asking again is harmless. Holders may ask
   * for their own seats, operators for any.
   */
  @POST
  @Path("/{id}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  @Authenticated
  @Transactional
  public Whole restore(@PathParam("id") String id, Because body) {
    String reason = Because.reasonOf(body);
    Instant now = clock.instant();
    revocations.change(
        PathIds.revocation("id", id),
        known -> restore(known.orElseThrow(() -> unknownTo(id)), reason, now),
        Cause.currentRequest());
    return whole(id);
  }

  private Optional<Next<? extends Revocation>> restore(
      Revocation found, String reason, Instant now) {
    Actor by = whoMayRestore(found);
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

  /** A service that acts for a holder names it by its id, a sign-in by any of its names. */
  private Actor whoMayRestore(Revocation found) {
    String login = caller.getPrincipal().getName();
    if (mayRestoreAny()) {
      return Actor.operator(login);
    }
    HolderId holder = found.task().seat().holder();
    if (caller.hasRole(Roles.HOLDER)
        ? login.equals(holder.value())
        : view.namesOf(holder).contains(Identifier.normalise(login))) {
      return Actor.holder(holder);
    }
    throw Problems.forbidden("only the holder of this seat, or an operator, may have it back");
  }

  /** Who may not see what there is, does not learn what there is not. */
  private RuntimeException unknownTo(String id) {
    return mayRestoreAny()
        ? Problems.notFound("revocation", id)
        : Problems.forbidden("only the holder of this seat, or an operator, may have it back");
  }

  private boolean mayRestoreAny() {
    return caller.hasRole(Roles.ADMIN) || caller.hasRole(Roles.OPERATOR);
  }

  private static void mustBeAState(String name) {
    List<String> states =
        Arrays.stream(Revocation.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    if (!states.contains(name)) {
      throw Problems.badField("state", "must be one of " + states);
    }
  }
}
