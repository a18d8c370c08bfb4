package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.testkit.TestClock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One revocation from order to end, and back, in a process that may end at any point. */
final class Story {

  private static final int PATIENCE = 500;

  final TestClock clock = new TestClock(Given.NOW);
  final MakeBelieveVendor vendor;
  final MemoryLedger ledger;
  final Crashes crashes;
  private final Order order;
  private final CarriesOut worker;
  int helpedByPeople;

  Story(Order order, boolean enabled, Crashes crashes, RandomGenerator random) {
    this.order = order;
    this.crashes = crashes;
    this.vendor = new MakeBelieveVendor(clock, enabled, true);
    this.ledger =
        new MemoryLedger(
            clock,
            crashes,
            Given.facts(),
            Requested.by(Given.approval(order, Optional.empty()), clock.instant()));
    PlansSteps plans =
        new PlansSteps(_ -> Optional.of(OfferedByConnectors.of(vendor)), Optional.empty());
    Retries retries = new Retries(Schedule.DEFAULT, random);
    Vendor connected = new CrashingVendor(new ConnectedVendor(vendor), crashes);
    this.worker =
        new CarriesOut(
            ledger,
            _ -> connected,
            Given.taking(retries, plans),
            new DecidesRestoring(retries),
            clock);
  }

  /** Until nothing is due; whoever died is started again. */
  void goOn() {
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

  /** Until it is verified; whatever fails, a person resumes. */
  void take() {
    goOn();
    while (ledger.state instanceof Failed failed && helpedByPeople++ < PATIENCE) {
      ledger.change(failed.resume(Given.approval(order, Optional.empty()), clock.instant()));
      goOn();
    }
  }

  /** Until it is restored; whatever fails, a person asks again. */
  void putBack() {
    Actor anna = Actor.operator("anna");
    if (ledger.state instanceof Verified verified) {
      ledger.change(verified.restore(anna, "needed after all", clock.instant()));
    }
    goOn();
    while (ledger.state instanceof RestoreFailed failed && helpedByPeople++ < PATIENCE) {
      ledger.change(failed.restore(anna, "once more", clock.instant()));
      goOn();
    }
  }
}
