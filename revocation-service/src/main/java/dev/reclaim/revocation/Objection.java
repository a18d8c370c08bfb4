package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.RevocationCanceled.Cause;
import java.util.Optional;

/** A fact that speaks against going on. */
record Objection(Cause cause, String why) {

  static Optional<Objection> against(Task task, Facts facts) {
    return calledOff(facts).or(() -> held(facts)).or(() -> used(task, facts));
  }

  private static Optional<Objection> calledOff(Facts facts) {
    return facts.calledOff().map(why -> new Objection(Cause.CALLED_OFF, why));
  }

  private static Optional<Objection> held(Facts facts) {
    return facts.holds().stream().findFirst().map(why -> new Objection(Cause.HOLD_PLACED, why));
  }

  private static Optional<Objection> used(Task task, Facts facts) {
    return task.unlessUsedAfter()
        .flatMap(limit -> facts.lastUse().filter(use -> use.isAfter(limit)))
        .map(use -> new Objection(Cause.USED, "it was used at " + use));
  }
}
