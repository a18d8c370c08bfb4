package dev.reclaim.revocation;

import dev.reclaim.connectors.Effect;
import dev.reclaim.events.Actor;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tests of the core start from. */
final class Given {

  static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  static final ApplicationId APPLICATION = new ApplicationId("diagrams");
  static final SeatSource GROUP =
      new SeatSource(new ConnectionName("directory"), "CN=Diagrams,OU=Groups,DC=example,DC=com");
  static final Readings OPEN =
      readings(KillSwitch.OFF, new Pace(0, 0, 50, 50), new Pace(0, 0, 50, 50), Set.of());
  static final AboutHolder NOTHING_SPECIAL =
      new AboutHolder(
          Optional.empty(), List.of(), List.of("ada@example.com"), false, Optional.empty());
  static final KnownApplication DIAGRAMS =
      new KnownApplication(APPLICATION, "Diagrams", Optional.of(GROUP), Map.of(), 30);

  private Given() {}

  static RevocationApproved approval(Order order) {
    return approval(order, Optional.of(NOW.minusSeconds(60)));
  }

  static RevocationApproved approval(Order order, Optional<Instant> unlessUsedAfter) {
    return approval(order, unlessUsedAfter, "ada@example.com");
  }

  static RevocationApproved approval(
      Order order, Optional<Instant> unlessUsedAfter, String account) {
    SeatRef seat =
        SeatRef.of(
            HolderId.of("e-1001"),
            APPLICATION,
            SeatRef.ONLY_TIER,
            account,
            new Via.Group(GROUP.entitlement()));
    return new RevocationApproved(
        CandidateId.of(seat.id(), new RuleName("idle"), 1),
        seat,
        new RuleName("idle"),
        1,
        Handling.Taking.of(order),
        Actor.system("consent-service"),
        "nobody answered",
        List.of(new Reason("idle", "not used for 90 days")),
        unlessUsedAfter);
  }

  static Requested requested(Order order) {
    return Requested.by(approval(order), NOW).state();
  }

  static Readings readings(
      KillSwitch killSwitch, Pace application, Pace inAll, Set<String> tripped) {
    return new Readings(killSwitch, application, inAll, tripped, SourcesSeen.NOTHING);
  }

  static Facts facts() {
    return facts(OPEN);
  }

  static Facts facts(Readings readings) {
    return new Facts(Optional.empty(), NOTHING_SPECIAL, Optional.of(DIAGRAMS), readings);
  }

  static Facts facts(AboutHolder holder) {
    return new Facts(Optional.empty(), holder, Optional.of(DIAGRAMS), OPEN);
  }

  static Brakes brakes(boolean dryRun) {
    return new Brakes(Limits.DEFAULT, SourceLimits.DEFAULT, WorkingHours.ALWAYS, dryRun);
  }

  /** Everything can be done behind every connection. */
  static PlansSteps plans() {
    return new PlansSteps(_ -> Optional.of(offered(Step.values())), Optional.empty());
  }

  static Offers.Offered offered(Step... steps) {
    Effect effect = new Effect("Something.", true);
    return new Offers.Offered(
        "make-believe",
        Arrays.stream(steps).collect(Collectors.toMap(step -> step, _ -> effect)),
        Map.of(SeatAction.UNASSIGN, effect),
        Set.of(steps));
  }

  static DecidesTaking taking(Retries retries) {
    return taking(retries, plans());
  }

  static DecidesTaking taking(Retries retries, PlansSteps plans) {
    return new DecidesTaking(
        plans,
        brakes(false),
        retries,
        new WritesInstructions(Duration.ofDays(3), Optional.empty()));
  }
}
