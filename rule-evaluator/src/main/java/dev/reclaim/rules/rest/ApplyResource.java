package dev.reclaim.rules.rest;

import dev.reclaim.events.Money;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.rules.ApplyPolicy;
import dev.reclaim.rules.ApplyPolicy.Outcome;
import dev.reclaim.rules.Plan;
import dev.reclaim.rules.PolicyText;
import dev.reclaim.rules.ReadPolicies;
import dev.reclaim.rules.ReadsPolicy;
import dev.reclaim.rules.Tally;
import dev.reclaim.rules.Written;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Many policy documents together, all of them or none, and what they would do. */
@Path("/policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApplyResource {

  private static final int MOST_LISTED = 10_000;

  private final ReadsPolicy reads;
  private final ApplyPolicy apply;

  ApplyResource(ReadsPolicy reads, ApplyPolicy apply) {
    this.reads = reads;
    this.apply = apply;
  }

  /** Which seats of which people would become candidates or cease to be; nothing is saved. */
  @POST
  @Path("/plan")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  public PlanAnswer plan(
      SentFiles sent,
      @QueryParam("limit") @DefaultValue("1000") int limit,
      @Context SecurityContext security) {
    return answer(apply.plan(read(sent), sent.retired(), login(security)), limited(limit));
  }

  /**
   * Saves all of it; 409 when more seats would become candidates than may be without confirmation.
   *
   * @param confirm how many may; at least the number that the plan shows
   */
  @POST
  @Path("/apply")
  @RolesAllowed(Roles.ADMIN)
  public PlanAnswer apply(
      SentFiles sent,
      @QueryParam("confirm") @DefaultValue("0") long confirm,
      @QueryParam("limit") @DefaultValue("1000") int limit,
      @Context SecurityContext security) {
    if (confirm < 0) {
      throw Problems.badField("confirm", "must be 0 or more");
    }
    return answer(
        apply.apply(read(sent), sent.retired(), login(security), confirm), limited(limit));
  }

  private List<Written> read(SentFiles sent) {
    if (sent == null) {
      throw Problems.badField("body", "is empty");
    }
    List<PolicyText> texts = sent.texts();
    ReadPolicies read = reads.readAll(texts);
    if (!read.faults().isEmpty()) {
      throw BadPolicyProblem.of(read.faults());
    }
    return read.documents();
  }

  private static PlanAnswer answer(Outcome outcome, int limit) {
    return switch (outcome) {
      case Outcome.Planned(Plan plan, long atMost) -> PlanAnswer.of(plan, false, atMost, limit);
      case Outcome.Applied(Plan plan, long allowed) -> PlanAnswer.of(plan, true, allowed, limit);
      case Outcome.Unconfirmed(Plan plan, long allowed) ->
          throw unconfirmed(PlanAnswer.of(plan, false, allowed, limit), plan.found());
      case Outcome.Refused refused -> throw BadPolicyProblem.of(refused.faults());
    };
  }

  static HttpProblem unconfirmed(PlanAnswer plan, Tally found) {
    return Problems.problem(
        "unconfirmed",
        "More seats would become candidates than were confirmed",
        Response.Status.CONFLICT,
        "It would make %d seats of %d people candidates%s, and %d may be without being confirmed. Nothing is saved. Confirm %d or more."
            .formatted(found.count(), found.people(), worth(found), plan.atMost(), found.count()),
        Map.of("plan", plan));
  }

  private static String worth(Tally found) {
    List<Money> sums = found.savingPerMonth();
    return sums.isEmpty()
        ? ""
        : sums.stream()
            .map(Money::toString)
            .collect(Collectors.joining(" and ", " (", " a month)"));
  }

  private static int limited(int limit) {
    if (limit < 0 || limit > MOST_LISTED) {
      throw Problems.badField("limit", "must be between 0 and " + MOST_LISTED);
    }
    return limit;
  }

  private static String login(SecurityContext security) {
    return security.getUserPrincipal().getName();
  }
}
