package dev.reclaim.rules.rest;

import dev.reclaim.events.HolderId;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.Seats;
import dev.reclaim.rules.VersionedRule;
import dev.reclaim.rules.Window;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;

/** Everything about one holder's seats: evidence, and what each rule says. */
@Path("/holders/{id}/seats")
@Produces(MediaType.APPLICATION_JSON)
public class HoldersResource {

  private final Seats seats;
  private final Policies policies;
  private final InstantSource clock;

  HoldersResource(Seats seats, Policies policies, InstantSource clock) {
    this.seats = seats;
    this.policies = policies;
    this.clock = clock;
  }

  /** Takes the holder's id or any identifier. */
  @GET
  @Transactional
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  public HolderAnswer seats(@PathParam("id") String id) {
    HolderId holder = seats.holder(id).orElseThrow(() -> Problems.notFound("holder", id));
    List<VersionedRule> rules = policies.rules();
    Window reach = rules.stream().map(r -> r.rule().reach()).reduce(Rule.USUAL, Window::orLonger);
    return new HolderAnswer(
        holder,
        seats.look(seats.of(List.of(holder)), clock.instant(), reach).stream()
            .map(seat -> HolderAnswer.Seat.of(seat, rules))
            .toList());
  }
}
