package dev.reclaim.revocation.rest;

import dev.reclaim.events.RevocationId;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.revocation.Brake;
import dev.reclaim.revocation.ReleasesBrakes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The brakes: what they hold and why, and what people may do about it. */
@Path("/brakes")
@Produces(MediaType.APPLICATION_JSON)
public class BrakesResource {

  private final ListsBrakes lists;
  private final ReleasesBrakes releases;
  private final SecurityIdentity caller;

  BrakesResource(ListsBrakes lists, ReleasesBrakes releases, SecurityIdentity caller) {
    this.lists = lists;
    this.releases = releases;
    this.caller = caller;
  }

  /** All brakes. */
  public record All(List<BrakeRow> brakes) {}

  /** On or off, and why. */
  public record Switch(Boolean on, String reason) {}

  /**
   * What became of a wish to release.
   *
   * @param released how many are judged anew; none while a second person has to agree
   */
  public record Release(int released, Optional<String> waitingForSomebodyBesides) {}

  /** How many were ended. */
  public record Ended(int canceled) {}

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  @Transactional
  public All list() {
    return new All(lists.all());
  }

  @PUT
  @Path("/" + Brake.KILL_SWITCH)
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  @Transactional
  public All killSwitch(Switch body) {
    if (body == null || body.on() == null) {
      throw Problems.badField("on", "is missing; true stops everything, false lets it go on");
    }
    releases.killSwitch(body.on(), login(), Because.check(body.reason()));
    return list();
  }

  /** The first person asks, a second one lets go. */
  @POST
  @Path("/{id}/release")
  @Operation(
      summary = "Let pass what this brake holds",
      description =
          "The first person asks, a second one lets go. Each item is then judged afresh. 403 for"
              + " whoever saved the version of a rule that found any of it; 409 if it holds"
              + " nothing, or cannot be released by people.")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  public Release release(@PathParam("id") String id) {
    return answer(() -> releases.release(mustExist(id), login()));
  }

  /** The same for one of those that it holds. */
  @POST
  @Path("/{id}/items/{revocation}/release")
  @Operation(
      summary = "Let one held revocation pass this brake",
      description =
          "The first person asks, a second one lets go; who asked for the release of the whole"
              + " brake while it was held counts as one of them. It is then judged afresh: use,"
              + " holds, all other brakes and a look in the outside system still count. 403 for"
              + " whoever saved the version of the rule that found it; 409 if the brake does not"
              + " hold it, or cannot be released by people.")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  public Release releaseOne(
      @PathParam("id") String id, @PathParam("revocation") String revocation) {
    RevocationId one = PathIds.revocation("revocation", revocation);
    return answer(() -> releases.releaseOne(mustExist(id), one, login()));
  }

  /** A refusal must not undo that it is on record, so it is thrown after the commit. */
  private static Release answer(Callable<ReleasesBrakes.Answer> work) {
    return switch (QuarkusTransaction.requiringNew().call(work)) {
      case ReleasesBrakes.Answer.NeedsSecondVoice(String first) ->
          new Release(0, Optional.of(first));
      case ReleasesBrakes.Answer.Released(int count) -> new Release(count, Optional.empty());
      case ReleasesBrakes.Answer.Refused(String why) -> throw Problems.conflict(why);
      case ReleasesBrakes.Answer.NotYours(String why) -> throw Problems.forbidden(why);
    };
  }

  @POST
  @Path("/{id}/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  @Transactional
  public Ended cancel(@PathParam("id") String id, Because body) {
    return new Ended(releases.cancel(mustExist(id), login(), Because.reasonOf(body)));
  }

  /** The same for one of those that it holds. */
  @POST
  @Path("/{id}/items/{revocation}/cancel")
  @Operation(
      summary = "End one held revocation, with a reason",
      description = "Whatever else the brake holds waits on. 409 if the brake does not hold it.")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  @Transactional
  public Ended cancelOne(
      @PathParam("id") String id, @PathParam("revocation") String revocation, Because body) {
    RevocationId one = PathIds.revocation("revocation", revocation);
    if (!releases.cancelOne(mustExist(id), one, login(), Because.reasonOf(body))) {
      throw Problems.conflict(id + " does not hold it now");
    }
    return new Ended(1);
  }

  private String mustExist(String id) {
    if (lists.all().stream().noneMatch(brake -> brake.id().equals(id))) {
      throw Problems.notFound("brake", id);
    }
    return id;
  }

  private String login() {
    return caller.getPrincipal().getName();
  }
}
