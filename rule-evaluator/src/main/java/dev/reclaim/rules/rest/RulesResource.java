package dev.reclaim.rules.rest;

import dev.reclaim.events.RuleName;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PolicyId;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.PreviewRule;
import dev.reclaim.rules.Replay;
import dev.reclaim.rules.ReplayRule;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;

/** Tries a rule out, and runs it. */
@Path("/rules/{name}")
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {

  private static final int MOST_LISTED = 10_000;

  private final Policies policies;
  private final PreviewRule preview;
  private final ReplayRule replay;
  private final SweepSeats sweep;

  RulesResource(Policies policies, PreviewRule preview, ReplayRule replay, SweepSeats sweep) {
    this.policies = policies;
    this.preview = preview;
    this.replay = replay;
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

  /**
   * What the rule would have done in the past, day by day, and who came back afterwards; no
   * candidate comes of it.
   *
   * @param from the first UTC day
   * @param to the last UTC day, which must be over
   */
  @POST
  @Path("/replay")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
  public ReplayAnswer replay(
      @PathParam("name") String name,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    if (limit < 0 || limit > MOST_LISTED) {
      throw Problems.badField("limit", "must be between 0 and " + MOST_LISTED);
    }
    VersionedRule rule = rule(name);
    try {
      return ReplayAnswer.of(
          replay.replay(rule, new Replay.Period(day("from", from), day("to", to)), limit));
    } catch (IllegalArgumentException e) {
      throw Problems.badField(
          e.getMessage().substring(0, e.getMessage().indexOf(':')),
          e.getMessage().substring(e.getMessage().indexOf(':') + 2));
    }
  }

  private static LocalDate day(String key, String text) {
    if (text == null) {
      throw new IllegalArgumentException(key + ": is missing");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(key + ": is not a day such as 2026-01-31", e);
    }
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
