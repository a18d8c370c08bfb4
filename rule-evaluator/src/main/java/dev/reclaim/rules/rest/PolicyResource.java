package dev.reclaim.rules.rest;

import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.rules.ApplyPolicy;
import dev.reclaim.rules.ApplyPolicy.Outcome;
import dev.reclaim.rules.BadPolicy;
import dev.reclaim.rules.ChangePolicy;
import dev.reclaim.rules.Plan;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PolicyId;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.PolicyVersion;
import dev.reclaim.rules.ReadsPolicy;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.Written;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.OptionalInt;

/** Policy as documents: saved, read, retired. */
@Path("/policy")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {

  private final Policies policies;
  private final ReadsPolicy reads;
  private final ChangePolicy change;
  private final ApplyPolicy apply;

  PolicyResource(Policies policies, ReadsPolicy reads, ChangePolicy change, ApplyPolicy apply) {
    this.policies = policies;
    this.reads = reads;
    this.change = change;
    this.apply = apply;
  }

  /** The JSON Schema of a kind, for editors. */
  @GET
  @Path("/schemas/{kind}")
  @Produces("application/schema+json")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  public String schema(@PathParam("kind") String kind) {
    return reads.schema(kind(kind.replace(".json", "")));
  }

  @GET
  @Path("/{kind}")
  @Transactional
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  public List<PolicyAnswer> all(@PathParam("kind") String kind) {
    return policies.standing(kind(kind)).stream().map(PolicyAnswer::of).toList();
  }

  /** The newest version, retired or not, or the one that is asked for. */
  @GET
  @Path("/{kind}/{name}")
  @Transactional
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  public PolicyAnswer one(
      @PathParam("kind") String kind,
      @PathParam("name") String name,
      @QueryParam("version") @DefaultValue("0") int version) {
    if (version < 0) {
      throw Problems.badField("version", "must be 1 or more");
    }
    return policies
        .find(
            new PolicyId(kind(kind), name),
            version == 0 ? OptionalInt.empty() : OptionalInt.of(version))
        .map(PolicyAnswer::of)
        .orElseThrow(() -> unknown(kind, name));
  }

  /** Every version, the newest first, with the keys in which each differs from the one before. */
  @GET
  @Path("/{kind}/{name}/versions")
  @Transactional
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  public List<VersionAnswer> versions(
      @PathParam("kind") String kind, @PathParam("name") String name) {
    List<VersionAnswer> versions =
        VersionAnswer.of(policies.versions(new PolicyId(kind(kind), name)));
    if (versions.isEmpty()) {
      throw unknown(kind, name);
    }
    return versions;
  }

  /**
   * Saves a new version if it says something new; 201 for the first one. A rule that would make
   * more seats candidates than may be without confirmation is answered with 409.
   *
   * @param confirm how many may
   */
  @PUT
  @Path("/{kind}/{name}")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.ADMIN)
  public Response save(
      @PathParam("kind") String kind,
      @PathParam("name") String name,
      @QueryParam("confirm") @DefaultValue("0") long confirm,
      byte[] body,
      @Context SecurityContext security) {
    try {
      Written written = reads.readOne(kind(kind), Utf8.text(body));
      if (!written.id().name().equals(name)) {
        throw Problems.badField("name", "is not " + name + ", as the address says");
      }
      String login = security.getUserPrincipal().getName();
      ChangePolicy.Outcome outcome =
          written.document().policy() instanceof Rule
              ? saved(apply.save(written, login, confirm), written.id())
              : QuarkusTransaction.requiringNew().call(() -> change.save(written, login));
      return Response.status(outcome.changed() && outcome.version().version() == 1 ? 201 : 200)
          .entity(PolicyAnswer.of(outcome))
          .build();
    } catch (BadPolicy e) {
      throw BadPolicyProblem.of(e);
    }
  }

  /**
   * Retires it; what it said stays readable. What it does is shown by a plan; 409 when more seats
   * would become candidates than may be without confirmation.
   *
   * @param confirm how many may
   */
  @DELETE
  @Path("/{kind}/{name}")
  @RolesAllowed(Roles.ADMIN)
  public PolicyAnswer retire(
      @PathParam("kind") String kind,
      @PathParam("name") String name,
      @QueryParam("confirm") @DefaultValue("0") long confirm,
      @Context SecurityContext security) {
    PolicyId id = new PolicyId(kind(kind), name);
    String login = security.getUserPrincipal().getName();
    Outcome outcome = apply.apply(List.of(), List.of(id), login, confirm);
    if (outcome instanceof Outcome.Refused) {
      throw unknown(kind, name);
    }
    return PolicyAnswer.of(saved(outcome, id).version());
  }

  private ChangePolicy.Outcome saved(Outcome outcome, PolicyId id) {
    return switch (outcome) {
      case Outcome.Applied(Plan plan, long _) ->
          new ChangePolicy.Outcome(newest(id), !plan.changes().isEmpty());
      case Outcome.Planned _ -> throw new IllegalStateException("nobody asked for a plan");
      case Outcome.Unconfirmed(Plan plan, long allowed) ->
          throw ApplyResource.unconfirmed(PlanAnswer.of(plan, false, allowed, 0), plan.found());
      case Outcome.Refused refused -> throw BadPolicyProblem.of(refused.faults());
    };
  }

  private PolicyVersion newest(PolicyId id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> policies.find(id, OptionalInt.empty()))
        .orElseThrow();
  }

  private static RuntimeException unknown(String kind, String name) {
    return Problems.notFound(kind, name);
  }

  private static PolicyKind kind(String word) {
    return PolicyKind.of(word)
        .orElseThrow(
            () -> Problems.badField("kind", "must be one of application, rule, campaign, hold"));
  }
}
