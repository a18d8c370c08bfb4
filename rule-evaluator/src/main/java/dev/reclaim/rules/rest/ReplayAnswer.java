package dev.reclaim.rules.rest;

import dev.reclaim.events.Evidence;
import dev.reclaim.events.Money;
import dev.reclaim.events.SeatRef;
import dev.reclaim.rules.Replay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule would have done.
 *
 * @param taken how many seats it would have taken in all
 * @param takenByDay days without any are left out
 * @param confusion by days: what people did within so many days, against the rule
 * @param saved until those that were taken came back, or the period ended
 */
public record ReplayAnswer(
    String rule,
    int version,
    LocalDate from,
    LocalDate to,
    long taken,
    Map<LocalDate, Long> takenByDay,
    Map<Integer, Replay.Confusion> confusion,
    List<Money> saved,
    List<ReplayedSeat> seats) {

  /**
   * A seat that it would have taken.
   *
   * @param cameBackOn the first day of use afterwards
   * @param why the sentences that the holder would have read
   */
  public record ReplayedSeat(
      SeatRef seat,
      LocalDate takenOn,
      Optional<LocalDate> cameBackOn,
      List<String> why,
      Evidence evidence) {

    static ReplayedSeat of(Replay.Example example) {
      return new ReplayedSeat(
          example.judged().seat(),
          example.taken().day(),
          example.taken().back(),
          example.judged().verdict().sentences(),
          example.judged().evidence());
    }
  }

  static ReplayAnswer of(Replay replay) {
    Replay.Found found = replay.found();
    return new ReplayAnswer(
        replay.rule().name().value(),
        replay.rule().version(),
        replay.period().from(),
        replay.period().to(),
        found.taken(),
        found.takenByDay(),
        found.byHorizon(),
        found.saved(),
        replay.seats().stream().map(ReplayedSeat::of).toList());
  }
}
