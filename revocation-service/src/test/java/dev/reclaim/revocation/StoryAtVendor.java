package dev.reclaim.revocation;

import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.Handling;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.testkit.TestClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One revocation at a vendor of the sandbox, and back, in a process that dies at its calls. */
final class StoryAtVendor {

  private static final int PATIENCE = 500;
  private static final int MOST_HELP = 20;

  final String account;
  final DiesAtCalls vendor;
  final MemoryLedger ledger;
  private final TestClock clock = new TestClock(Given.NOW);
  private final RevocationApproved approval;
  private final CarriesOut worker;
  int helpedByPeople;

  StoryAtVendor(VendorOnStage stage, RandomGenerator random) {
    this.account = stage.personWithSeat();
    Connector connector = stage.connector();
    this.approval = approval(account, orderFor(connector));
    this.vendor = new DiesAtCalls(new ConnectedVendor(connector), stage, random);
    this.ledger =
        new MemoryLedger(
            clock,
            Crashes.never(),
            new Facts(
                Optional.empty(),
                new AboutHolder(
                    Optional.empty(), List.of(), List.of(account), false, Optional.empty()),
                Optional.of(
                    new KnownApplication(
                        Given.APPLICATION, "Diagrams", Optional.of(stage.source()), Map.of(), 30)),
                Given.OPEN),
            Requested.by(approval, clock.instant()));
    Retries retries = new Retries(Schedule.DEFAULT, random);
    PlansSteps plans =
        new PlansSteps(_ -> Optional.of(OfferedByConnectors.of(connector)), Optional.empty());
    this.worker =
        new CarriesOut(
            ledger,
            _ -> vendor,
            Given.taking(retries, plans),
            new DecidesRestoring(retries),
            clock);
  }

  /** Where no account can be disabled by a call, only the seat is taken. */
  private static Handling.Order orderFor(Connector connector) {
    boolean disables =
        connector
            .as(Deprovisions.class)
            .filter(deprovisions -> deprovisions.steps().containsKey(Step.DISABLE_ACCOUNT))
            .isPresent();
    return disables ? Handling.Order.ACCESS_FIRST : Handling.Order.SEAT_ONLY;
  }

  private static RevocationApproved approval(String account, Handling.Order order) {
    SeatRef seat =
        SeatRef.of(
            HolderId.of(account), Given.APPLICATION, SeatRef.ONLY_TIER, account, new Via.Direct());
    return new RevocationApproved(
        CandidateId.of(seat.id(), new RuleName("idle"), 1),
        seat,
        new RuleName("idle"),
        1,
        Handling.Taking.of(order),
        Actor.system("consent-service"),
        "nobody answered",
        List.of(new Reason("idle", "not used for 90 days")),
        Optional.empty());
  }

  /** Until it is verified, or until people gave up on it. */
  void take() {
    goOn();
    while (ledger.state instanceof Failed failed && helpedByPeople < MOST_HELP) {
      helpedByPeople++;
      ledger.change(failed.resume(approval, clock.instant()));
      goOn();
    }
  }

  /** Until it is restored, or until people gave up on it. */
  void putBack() {
    Actor anna = Actor.operator("anna");
    if (ledger.state instanceof Verified verified) {
      ledger.change(verified.restore(anna, "needed after all", clock.instant()));
    }
    goOn();
    for (int help = 0; ledger.state instanceof RestoreFailed failed && help < MOST_HELP; help++) {
      helpedByPeople++;
      ledger.change(failed.restore(anna, "once more", clock.instant()));
      goOn();
    }
  }

  /** Until nothing is due; whoever died is started again. */
  private void goOn() {
    for (int i = 0; ledger.due.isPresent(); i++) {
      if (i > PATIENCE) {
        throw new AssertionError("it never ends: " + ledger.state);
      }
      if (ledger.due.get().isAfter(clock.instant())) {
        clock.set(ledger.due.get());
      }
      try {
        worker.carryOn(ledger.claim());
      } catch (Crash e) {
        // The next turn is the next process.
      }
    }
  }
}
