package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Does what is due for one revocation. A call is made in one place each, right after the intent was
 * stored by the same hand; a revocation that is found in flight is only looked at.
 */
public final class CarriesOut {

  private final Ledger ledger;
  private final Vendors vendors;
  private final LooksBack back;
  private final DecidesTaking taking;
  private final DecidesRestoring restoring;
  private final InstantSource clock;

  public CarriesOut(
      Ledger ledger,
      Vendors vendors,
      DecidesTaking taking,
      DecidesRestoring restoring,
      InstantSource clock) {
    this.ledger = ledger;
    this.vendors = vendors;
    this.back = new LooksBack(vendors);
    this.taking = taking;
    this.restoring = restoring;
    this.clock = clock;
  }

  /** Goes on until nothing is due, or somebody else has taken over. */
  public void carryOn(Lease claimed) {
    Optional<Lease> lease = Optional.of(claimed);
    while (lease.isPresent() && lease.get().goesOn()) {
      lease = move(lease.get());
    }
  }

  private Optional<Lease> move(Lease lease) {
    return switch (lease.state()) {
      case Requested waiting -> take(lease, waiting);
      case Held held -> take(lease, held.judgeAfresh(clock.instant()).state());
      case InFlight flight -> readBack(lease, flight);
      case ByHand waiting ->
          ledger.judge(lease, facts -> taking.byHand(waiting, facts, clock.instant()));
      case AwaitingVerification waiting -> verify(lease, waiting);
      case Restoring waiting -> putBack(lease, waiting);
      case PuttingBack flight -> readBack(lease, flight);
      case CheckingRestore waiting -> check(lease, waiting);
      case Verified _, Failed _, Canceled _, Restored _, RestoreFailed _ -> Optional.empty();
    };
  }

  private Optional<Lease> take(Lease lease, Requested waiting) {
    return switch (taking.judge(waiting, ledger.facts(waiting.task()), clock.instant())) {
      case Verdict.Decided _ ->
          ledger.judge(lease, facts -> taking.judgeAgain(waiting, facts, clock.instant()));
      case Verdict.GoOn goOn -> {
        Seen seen = lookAndSave(waiting, goOn);
        yield ledger
            .judge(lease, facts -> taking.afterLook(waiting, seen, facts, clock.instant()))
            .flatMap(this::callIfIntended);
      }
    };
  }

  private Seen lookAndSave(Requested waiting, Verdict.GoOn goOn) {
    if (goOn.step().source().isEmpty()) {
      return new Seen(goOn, Optional.empty(), new Look.There(Optional.empty()), Optional.empty());
    }
    SeatSource source = goOn.step().source().get();
    Vendor vendor = vendors.behind(source.connection());
    return switch (whereabouts(vendor, goOn)) {
      case Whereabouts.Known(String account) ->
          lookAndSave(waiting, goOn, vendor, new Place(source, account));
      case Whereabouts.Nowhere(String why, String whatToDo) ->
          new Seen(goOn, Optional.empty(), new Look.Nowhere(why, whatToDo), Optional.empty());
      case Whereabouts.Unreadable(String why) ->
          new Seen(goOn, Optional.empty(), new Look.Unreadable(why), Optional.empty());
    };
  }

  /** A single name needs no search: the look itself says whether it makes sense. */
  private static Whereabouts whereabouts(Vendor vendor, Verdict.GoOn goOn) {
    return goOn.names().size() == 1
        ? new Whereabouts.Known(goOn.names().getFirst())
        : vendor.find(goOn.names());
  }

  private Seen lookAndSave(Requested waiting, Verdict.GoOn goOn, Vendor vendor, Place place) {
    Task task = waiting.task();
    Step step = goOn.step().step();
    Look look = back.beforeTaking(task, waiting.course(), step, place);
    Optional<CaptureOutcome> earlier =
        switch (goOn.step().by()) {
          case CALL ->
              isThereToTake(look)
                  ? Optional.of(vendor.save(step, task.seat(), place))
                  : Optional.empty();
          case HAND -> Optional.empty();
        };
    return new Seen(goOn, Optional.of(place), look, earlier);
  }

  private static boolean isThereToTake(Look look) {
    return switch (look) {
      case Look.There(Optional<String> refusal) -> refusal.isEmpty();
      case Look.NoTrace(Optional<String> refusal) -> refusal.isEmpty();
      case Look.Gone _, Look.Nowhere _, Look.Unreadable _ -> false;
    };
  }

  /** Whoever has lost the right to go on makes no call: somebody else may be looking by now. */
  private Optional<Lease> callIfIntended(Lease saved) {
    if (!(saved.state() instanceof InFlight flight) || !saved.goesOn()) {
      return Optional.of(saved);
    }
    Call call = flight.call();
    RevocationOutcome outcome =
        vendors
            .behind(call.place().connection())
            .take(call.step(), flight.task().seat(), call.place());
    return ledger.record(saved, taking.answered(flight, outcome, clock.instant()));
  }

  private Optional<Lease> readBack(Lease lease, InFlight flight) {
    Call call = flight.call();
    Look look = back.at(flight.task(), flight.course(), call.step(), call.place());
    return ledger.record(lease, taking.readBack(flight, look, clock.instant()));
  }

  private Optional<Lease> verify(Lease lease, AwaitingVerification waiting) {
    Looks all = back.atTaken(waiting.task(), waiting.course());
    return ledger.judge(lease, facts -> taking.verify(waiting, all, facts, clock.instant()));
  }

  private Optional<Lease> putBack(Lease lease, Restoring waiting) {
    if (waiting.undo().left().isEmpty()) {
      return ledger.record(lease, waiting.check(clock.instant()));
    }
    Step step = waiting.undo().left().getFirst();
    Look look = back.at(waiting.task(), waiting.course(), step, placeOf(waiting.course(), step));
    return ledger
        .record(lease, restoring.afterLook(waiting, step, look, clock.instant()))
        .flatMap(this::putBackIfIntended);
  }

  private Optional<Lease> putBackIfIntended(Lease saved) {
    if (!(saved.state() instanceof PuttingBack flight) || !saved.goesOn()) {
      return Optional.of(saved);
    }
    Kept kept = flight.course().kept().get(flight.step());
    RestoreOutcome outcome = vendors.behind(kept.place().connection()).putBack(kept.earlier());
    return ledger.record(saved, restoring.answered(flight, outcome, clock.instant()));
  }

  private Optional<Lease> readBack(Lease lease, PuttingBack flight) {
    Step step = flight.step();
    Look look = back.at(flight.task(), flight.course(), step, placeOf(flight.course(), step));
    return ledger.record(lease, restoring.readBack(flight, look, clock.instant()));
  }

  private Optional<Lease> check(Lease lease, CheckingRestore waiting) {
    Looks all = back.atUndone(waiting.task(), waiting.course());
    return ledger.record(lease, restoring.check(waiting, all, clock.instant()));
  }

  private static Place placeOf(Course course, Step step) {
    return course.kept().get(step).place();
  }
}
