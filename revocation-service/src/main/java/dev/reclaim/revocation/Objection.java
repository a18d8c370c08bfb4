package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.RevocationCanceled.Cause;
import java.util.Optional;

/** A fact that speaks against going on. */
record Objection(Cause cause, String why) {

  static Optional<Objection> against(Task task, Facts facts) {
    return calledOff(facts).or(() -> held(task, facts)).or(() -> used(task, facts));
  }

  private static Optional<Objection> calledOff(Facts facts) {
    return facts.calledOff().map(why -> new Objection(Cause.CALLED_OFF, why));
  }

  /** Where access goes first, a hold that only keeps seat and data is no objection but a brake. */
  private static Optional<Objection> held(Task task, Facts facts) {
    boolean accessFirst =
        switch (task.taking().order()) {
          case ACCESS_FIRST -> true;
          case SEAT_ONLY, AFTER_REPLACEMENT -> false;
        };
    return facts.holder().holds().stream()
        .filter(hold -> !(accessFirst && hold.allowsToEndAccess()))
        .findFirst()
        .map(hold -> new Objection(Cause.HOLD_PLACED, hold.sentence()));
  }

  private static Optional<Objection> used(Task task, Facts facts) {
    return task.unlessUsedAfter()
        .flatMap(limit -> facts.holder().lastUse().filter(use -> use.isAfter(limit)))
        .map(use -> new Objection(Cause.USED, "it was used at " + use));
  }
}
