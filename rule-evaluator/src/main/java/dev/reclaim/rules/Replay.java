package dev.reclaim.rules;

import dev.reclaim.events.Money;
import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a rule would have done in the past, without ever asking anybody.
 *
 * @param seats some of those that it would have taken
 */
public record Replay(VersionedRule rule, Period period, Found found, List<Example> seats) {

  /** After how many days a look shows whether somebody came back. */
  public static final List<Integer> HORIZONS = List.of(30, 90);

  public Replay {
    seats = List.copyOf(seats);
  }

  /** Whole UTC days, both ends included. */
  public record Period(LocalDate from, LocalDate to) {

    /** So long a time is replayed at once, in days. */
    public static final int LONGEST = 366;

    /**
     * @throws IllegalArgumentException naming the end that is wrong
     */
    public Period {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("to: is before from");
      }
      if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
        throw new IllegalArgumentException("to: is more than " + LONGEST + " days after from");
      }
    }

    /** The last moment of a day that the database can tell from the next. */
    public static Instant endOf(LocalDate day) {
      return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(1, ChronoUnit.MICROS);
    }
  }

  /**
   * What it found.
   *
   * @param takenByDay days on which nothing was taken are left out
   * @param byHorizon by the days after which was looked
   * @param saved by those that were taken, until they came back or the period ended; one sum per
   *     currency
   */
  public record Found(
      SortedMap<LocalDate, Long> takenByDay,
      SortedMap<Integer, Confusion> byHorizon,
      List<Money> saved) {

    /** How many it would have taken in all. */
    public long taken() {
      return takenByDay.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * The rule against what people did. Silence proves nothing: whoever was not seen counts as away
   * only where one source watched the application from the begin to the end of the horizon.
   *
   * @param cameBack taken, and used within the horizon afterwards: wrongly
   * @param stayedAway taken, and not used within the horizon, while a source watched: rightly
   * @param unknown taken, and not seen within the horizon, in which no source watched all the time
   * @param notKnownYet taken, not used until now, and the horizon is not over
   * @param keptAndUsed left alone, and used within the horizon before the end of the period
   * @param keptAndUnused left alone, and not used, while a source watched
   * @param keptAndUnknown left alone, and not seen, while no source watched all the time
   */
  public record Confusion(
      long cameBack,
      long stayedAway,
      long unknown,
      long notKnownYet,
      long keptAndUsed,
      long keptAndUnused,
      long keptAndUnknown) {}

  /**
   * A seat that it would have taken.
   *
   * @param back the first day of use afterwards
   */
  public record Taken(SeatId seat, LocalDate day, Optional<LocalDate> back) {}

  /** The same with the words in which the rule would have said it. */
  public record Example(Taken taken, JudgedSeat judged) {}
}
