package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.SignalEvent.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * From when on a source can be trusted to have told everything: since the newest silence that was
 * longer than a source may be silent, and not before it first spoke about the application.
 *
 * @param longestGapDays days without any record that a source may have between two that have some
 */
public record Coverage(int longestGapDays) {

  /** A newer last record alone is worth telling only after this long. */
  private static final Duration WORTH_TELLING = Duration.ofMinutes(1);

  public Coverage {
    if (longestGapDays < 0) {
      throw new IllegalArgumentException("reclaim.usage.coverage-gap-days: is negative");
    }
  }

  List<SourceHealth> of(SourceSight sight) {
    Instant runStart = startOfNewestRun(sight.days());
    return sight.begins().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(ApplicationId::value)))
        .map(
            first ->
                new SourceHealth(
                    sight.source(),
                    first.getKey(),
                    first.getValue().firstAt().isAfter(runStart)
                        ? first.getValue().firstAt()
                        : runStart,
                    sight.lastRecordAt(),
                    Optional.of(first.getValue().sees())))
        .toList();
  }

  Instant startOfNewestRun(SortedMap<LocalDate, Instant> days) {
    LocalDate start = days.lastKey();
    for (LocalDate day : days.reversed().keySet()) {
      if (ChronoUnit.DAYS.between(day, start) - 1 > longestGapDays) {
        break;
      }
      start = day;
    }
    return days.get(start);
  }

  static boolean isNews(SourceHealth now, SourceHealth told) {
    return !now.coverageFrom().equals(told.coverageFrom())
        || !now.sees().equals(told.sees())
        || Duration.between(told.lastRecordAt(), now.lastRecordAt()).compareTo(WORTH_TELLING) >= 0;
  }
}
