package dev.reclaim.rules.rest;

import dev.reclaim.events.RuleName;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PolicyId;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.RuleRun;
import dev.reclaim.rules.RuleRuns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the runs of a rule counted; the way to see what a rule that only observes would do. */
@Path("/rules/{name}/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {

  private static final int MOST_LISTED = 1_000;

  private final Policies policies;
  private final RuleRuns runs;

  RunsResource(Policies policies, RuleRuns runs) {
    this.policies = policies;
    this.runs = runs;
  }

  @GET
  @Transactional
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
  @Operation(summary = "The runs of a rule, the newest first, of retired rules too")
  public List<RuleRun> runs(
      @PathParam("name") String name, @QueryParam("limit") @DefaultValue("100") int limit) {
    if (limit < 1 || limit > MOST_LISTED) {
      throw Problems.badField("limit", "must be between 1 and " + MOST_LISTED);
    }
    if (policies.find(new PolicyId(PolicyKind.RULE, name), OptionalInt.empty()).isEmpty()) {
      throw Problems.notFound("rule", name);
    }
    return runs.of(new RuleName(name), limit);
  }
}
