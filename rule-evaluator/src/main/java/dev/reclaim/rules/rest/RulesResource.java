package dev.reclaim.rules.rest;

import dev.reclaim.events.RuleName;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PolicyId;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.PreviewRule;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.SweepCounts;
import dev.reclaim.rules.SweepSeats;
import dev.reclaim.rules.VersionedRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalInt;

/** Tries a rule out, and runs it. */
@Path("/rules/{name}")
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {

  private static final int MOST_LISTED = 10_000;

  private final Policies policies;
  private final PreviewRule preview;
  private final SweepSeats sweep;

  RulesResource(Policies policies, PreviewRule preview, SweepSeats sweep) {
    this.policies = policies;
    this.preview = preview;
    this.sweep = sweep;
  }

  /** What the rule would find now; nothing is written. */
  @POST
  @Path("/preview")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
  public PreviewAnswer preview(
      @PathParam("name") String name, @QueryParam("limit") @DefaultValue("1000") int limit) {
    if (limit < 0 || limit > MOST_LISTED) {
      throw Problems.badField("limit", "must be between 0 and " + MOST_LISTED);
    }
    return PreviewAnswer.of(preview.preview(rule(name), limit));
  }

  /** Sweeps all seats with this rule now. */
  @POST
  @Path("/run")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  public SweepCounts run(@PathParam("name") String name) {
    RuleName wanted = rule(name).name();
    return sweep
        .sweep(wanted, Cause.currentRequest())
        .orElseThrow(() -> Problems.unavailable("A sweep is going on; try again.", 2));
  }

  private VersionedRule rule(String name) {
    return policies
        .find(new PolicyId(PolicyKind.RULE, name), OptionalInt.empty())
        .filter(version -> !version.retired())
        .map(version -> new VersionedRule((Rule) version.document().policy(), version.version()))
        .orElseThrow(() -> Problems.notFound("rule", name));
  }
}
