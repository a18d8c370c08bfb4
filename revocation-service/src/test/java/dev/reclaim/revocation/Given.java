package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the tests of the core start from. */
final class Given {

  static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  static final ApplicationId APPLICATION = new ApplicationId("diagrams");
  static final SeatSource GROUP =
      new SeatSource(new ConnectionName("directory"), "CN=Diagrams,OU=Groups,DC=example,DC=com");
  static final Readings OPEN =
      new Readings(KillSwitch.OFF, new Pace(0, 0, 50, 50), new Pace(0, 0, 50, 50), Set.of());

  private Given() {}

  static RevocationApproved approval(Order order) {
    return approval(order, Optional.of(NOW.minusSeconds(60)));
  }

  static RevocationApproved approval(Order order, Optional<Instant> unlessUsedAfter) {
    SeatRef seat =
        SeatRef.of(
            HolderId.of("e-1001"),
            APPLICATION,
            SeatRef.ONLY_TIER,
            "ada@example.com",
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

  static Facts facts() {
    return facts(OPEN);
  }

  static Facts facts(Readings readings) {
    return new Facts(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(new KnownApplication(APPLICATION, "Diagrams", Optional.of(GROUP), 30)),
        readings);
  }
}
