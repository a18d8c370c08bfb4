package dev.reclaim.revocation.rest;

import dev.reclaim.events.Actor;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import dev.reclaim.revocation.ByHand;
import dev.reclaim.revocation.Next;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.Revocations;
import dev.reclaim.revocation.SeesRevocations;
import dev.reclaim.revocation.SeesRevocations.Standing;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Steps that a person takes, since no interface offers them. */
@Path("/manual-tasks")
@Produces(MediaType.APPLICATION_JSON)
public class ManualTasksResource {

  private static final int MOST = 500;

  private final SeesRevocations view;
  private final Revocations revocations;
  private final SecurityIdentity caller;
  private final InstantSource clock;

  ManualTasksResource(
      SeesRevocations view, Revocations revocations, SecurityIdentity caller, InstantSource clock) {
    this.view = view;
    this.revocations = revocations;
    this.caller = caller;
    this.clock = clock;
  }

  /** All that wait, the newest first. */
  public record Waiting(List<Row> tasks) {}

  /**
   * One task.
   *
   * @param isLookedAt whether a look follows, or the proof has to do
   */
  public record Row(
      String revocation,
      String candidate,
      String application,
      String account,
      Step step,
      String instructions,
      Optional<String> assignee,
      Instant dueAt,
      boolean overdue,
      boolean isLookedAt) {}

  /** Who shall do it. */
  public record Assignment(String assignee) {}

  /** What shows that it is done. */
  public record Proof(String proof) {}

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  @Transactional
  public Waiting list() {
    return new Waiting(
        view.page(Optional.of(ByHand.class.getSimpleName()), MOST, Long.MAX_VALUE).stream()
            .map(Standing::revocation)
            .flatMap(ManualTasksResource::row)
            .toList());
  }

  @POST
  @Path("/{revocation}/assign")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  @Transactional
  public Waiting assign(@PathParam("revocation") String id, Assignment body) {
    String assignee = Because.check("assignee", body == null ? null : body.assignee());
    change(id, waiting -> waiting.assign(assignee, whoever(), clock.instant()));
    return list();
  }

  /** Closes a task; without a proof it stays open. */
  @POST
  @Path("/{revocation}/done")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  @Transactional
  public Waiting done(@PathParam("revocation") String id, Proof body) {
    String proof = Because.check("proof", body == null ? null : body.proof());
    change(id, waiting -> waiting.done(whoever(), proof, clock.instant()));
    return list();
  }

  private void change(String id, Function<ByHand, Next<? extends Revocation>> act) {
    revocations.change(
        PathIds.revocation("revocation", id),
        known -> {
          Revocation found = known.orElseThrow(() -> Problems.notFound("manual task", id));
          if (found instanceof ByHand waiting) {
            return Optional.of(act.apply(waiting));
          }
          throw Problems.conflict("no manual task of this revocation waits");
        },
        Cause.currentRequest());
  }

  private Actor whoever() {
    return Actor.operator(caller.getPrincipal().getName());
  }

  private static Stream<Row> row(Revocation state) {
    if (!(state instanceof ByHand waiting)) {
      return Stream.empty();
    }
    return Stream.of(
        new Row(
            waiting.task().id().value(),
            waiting.task().candidate().value(),
            waiting.task().seat().application().value(),
            waiting.task().seat().account(),
            waiting.manual().step(),
            waiting.manual().instructions(),
            waiting.manual().assignee(),
            waiting.manual().dueAt(),
            waiting.manual().overdue(),
            waiting.manual().place().isPresent()));
  }
}
