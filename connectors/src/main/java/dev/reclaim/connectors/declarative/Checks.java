package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.ConnectionCheck.Missing;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tries what a file lists under {@code check}, by reading only. */
final class Checks {

  private final VendorFile file;
  private final Runs runs;
  private final List<String> proven = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  Checks(VendorFile file, Runs runs) {
    this.file = file;
    this.runs = runs;
  }

  ConnectionCheck check(Scope start, Collection<SeatSource> sources) {
    try {
      Scope known = tryAll(file.abilities().check(), start);
      for (SeatSource source : sources) {
        trySource(known, source);
      }
      return missing.isEmpty()
          ? new ConnectionCheck.Works(proven)
          : new ConnectionCheck.Lacks(missing);
    } catch (Ended e) {
      return new ConnectionCheck.Unusable(e.ending().why(), e.ending().whatToDo());
    }
  }

  private void trySource(Scope known, SeatSource source) {
    Optional<SeatPart> seat = file.abilities().seat();
    if (seat.isEmpty()) {
      return;
    }
    try {
      tryAll(file.abilities().checkEach(), new Seats(runs, seat.get()).of(known, source));
    } catch (Ended e) {
      if (!(e.ending() instanceof Ending.Cannot(String why, String whatToDo))) {
        throw e;
      }
      missing.add(new Missing(why, whatToDo));
    }
  }

  private Scope tryAll(List<CheckPart> parts, Scope scope) {
    Scope known = scope;
    for (CheckPart part : parts) {
      if (!part.when().holds(known)) {
        continue;
      }
      try {
        Optional<Scope> seen = runs.look(part.read(), known);
        known = seen.orElse(known);
        if (seen.isPresent() && part.holds().holds(known)) {
          proven.add(part.proves().tell(known));
        } else {
          missing.add(lack(part, known));
        }
      } catch (Ended e) {
        if (!(e.ending() instanceof Ending.Denied denied)) {
          throw e;
        }
        missing.add(new Missing(denied.why(), denied.whatToDo()));
      }
    }
    return known;
  }

  private Missing lack(CheckPart part, Scope scope) {
    return part.missing()
        .map(lack -> new Missing(lack.what().tell(scope), lack.whatToDo().tell(scope)))
        .orElseGet(
            () ->
                new Missing(
                    "it is not so that " + part.proves().tell(scope),
                    "Look at it in " + file.title() + "."));
  }
}
