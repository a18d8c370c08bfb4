package dev.reclaim.rules.documents;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.reclaim.rules.Timetable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * Five fields of cron, read by the clock on the wall of a time zone. On the day of a clock change
 * each time comes once: one that the clock skips comes when it goes on, one that it shows twice
 * comes the first time.
 */
record CronTimetable(String cron, ZoneId zone) implements Timetable {

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  CronTimetable {
    try {
      PARSER.parse(cron);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cron: '%s' is not five fields of cron, such as 0 6 * * MON-FRI".formatted(cron), e);
    }
    if (firstAfter(cron, LocalDateTime.of(2000, 1, 1, 0, 0)).isEmpty()) {
      throw new IllegalArgumentException("cron: '%s' never comes".formatted(cron));
    }
  }

  @Override
  public Instant next(Instant after) {
    LocalDateTime wall = wallBefore(after);
    while (true) {
      wall = firstAfter(cron, wall).orElseThrow();
      Instant next = wall.atZone(zone).toInstant();
      if (next.isAfter(after)) {
        return next;
      }
    }
  }

  /**
   * What the clock on the wall shows; in the hour after a gap the moment before it, since the times
   * that were skipped come in that hour.
   */
  private LocalDateTime wallBefore(Instant after) {
    LocalDateTime wall = LocalDateTime.ofInstant(after, zone);
    ZoneOffsetTransition change = zone.getRules().previousTransition(after.plusNanos(1));
    return change != null
            && change.isGap()
            && wall.isBefore(change.getDateTimeAfter().plus(change.getDuration()))
        ? change.getDateTimeBefore().minusNanos(1)
        : wall;
  }

  /** By a wall clock that never changes. */
  private static Optional<LocalDateTime> firstAfter(String cron, LocalDateTime wall) {
    return ExecutionTime.forCron(PARSER.parse(cron))
        .nextExecution(wall.atZone(ZoneOffset.UTC))
        .map(ZonedDateTime::toLocalDateTime);
  }
}
