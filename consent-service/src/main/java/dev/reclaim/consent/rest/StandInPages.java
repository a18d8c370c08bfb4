package dev.reclaim.consent.rest;

import dev.reclaim.consent.NameStandIn;
import dev.reclaim.consent.People;
import dev.reclaim.consent.StandIn;
import dev.reclaim.consent.StandIns;
import dev.reclaim.events.Actor;
import dev.reclaim.events.Holder;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** Who decides in whose place. Approvers name their own; operators anybody's. */
@Path("/stand-ins")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.APPROVER, Roles.OPERATOR, Roles.ADMIN})
public class StandInPages {

  private final NameStandIn naming;
  private final StandIns standIns;
  private final People people;
  private final InstantSource clock;

  StandInPages(NameStandIn naming, StandIns standIns, People people, InstantSource clock) {
    this.naming = naming;
    this.standIns = standIns;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Who, for whom, and when.
   *
   * @param who a holder's id, or any identifier of theirs
   * @param forWhom the same; oneself when it is left out
   * @param from now when it is left out
   */
  public record Given(String who, String forWhom, Instant from, Instant until) {}

  public record Shown(String who, String forWhom, Instant from, Instant until) {

    static Shown of(StandIn it) {
      return new Shown(it.who().value(), it.forWhom().value(), it.from(), it.until());
    }
  }

  public record Listed(List<Shown> standIns) {}

  @GET
  public Listed list(@Context SecurityContext caller) {
    return new Listed(
        standIns.all(clock.instant()).stream()
            .filter(
                it -> forAnybody(caller) || isMe(caller, people.find(it.forWhom()).orElse(null)))
            .map(Shown::of)
            .toList());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Shown name(Given given, @Context SecurityContext caller) {
    if (given == null || given.until() == null) {
      throw Problems.badField("until", "is missing; it is a time such as 2026-01-31T12:00:00Z");
    }
    Holder who = Someone.named("who", CandidateOrders.text("who", given.who()), people);
    Holder forWhom = forWhom(given.forWhom(), caller);
    Instant now = clock.instant();
    StandIn wanted = standIn(who, forWhom, given, now);
    NameStandIn.Outcome outcome =
        QuarkusTransaction.requiringNew()
            .call(() -> naming.name(wanted, who, actor(forWhom, caller), now));
    return switch (outcome) {
      case NameStandIn.Outcome.Named it -> Shown.of(it.standIn());
      case NameStandIn.Outcome.Refused no -> throw Problems.conflict(no.why());
    };
  }

  @DELETE
  @Path("/{forWhom}")
  public void end(@RestPath String forWhom, @Context SecurityContext caller) {
    Holder approver = forWhom(forWhom, caller);
    boolean ended =
        QuarkusTransaction.requiringNew()
            .call(() -> naming.end(approver.id(), actor(approver, caller)).isPresent());
    if (!ended) {
      throw Problems.notFound("Stand-in for", forWhom);
    }
  }

  private static StandIn standIn(Holder who, Holder forWhom, Given given, Instant now) {
    try {
      return new StandIn(
          who.id(), forWhom.id(), given.from() == null ? now : given.from(), given.until());
    } catch (IllegalArgumentException e) {
      throw Problems.badField(e.getMessage());
    }
  }

  private Holder forWhom(String named, SecurityContext caller) {
    String name = named == null || named.isBlank() ? caller.getUserPrincipal().getName() : named;
    Holder approver = Someone.named("forWhom", name, people);
    if (!forAnybody(caller) && !isMe(caller, approver)) {
      throw Problems.forbidden("Approvers name who stands in for themselves, and for nobody else.");
    }
    return approver;
  }

  private static boolean forAnybody(SecurityContext caller) {
    return caller.isUserInRole(Roles.OPERATOR) || caller.isUserInRole(Roles.ADMIN);
  }

  private boolean isMe(SecurityContext caller, Holder person) {
    return person != null
        && people
            .named(caller.getUserPrincipal().getName())
            .filter(me -> me.id().equals(person.id()))
            .isPresent();
  }

  private Actor actor(Holder approver, SecurityContext caller) {
    return isMe(caller, approver)
        ? Actor.approver(approver.id())
        : Actor.operator(caller.getUserPrincipal().getName());
  }
}
