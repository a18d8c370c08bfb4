package dev.reclaim.rules;

import dev.reclaim.events.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known about the use of one application by one holder.
 *
 * @param days the days with use, as far back as the rules look
 * @param last the last use ever seen, however long ago
 * @param coverage the sources that report on the application
 */
public record Use(List<UseOnDay> days, Optional<Instant> last, List<Coverage> coverage) {

  public Use {
    days = days.stream().sorted(Comparator.comparing(UseOnDay::day)).toList();
    coverage = List.copyOf(coverage);
  }

  /**
   * The part that falls into a window. Days are whole: the day on which the window begins belongs
   * to it, which errs on the holder's side.
   */
  public Use within(Span span) {
    LocalDate first = span.firstDay();
    return new Use(
        days.stream().filter(day -> !day.day().isBefore(first)).toList(), last, coverage);
  }

  public Duration measured() {
    return days.stream().map(UseOnDay::measured).reduce(Duration.ZERO, Duration::plus);
  }

  public long opens() {
    return days.stream().mapToLong(day -> day.opens().all()).sum();
  }

  /** The newest open whose length nobody measured. */
  public Optional<Instant> lastUnmeasured() {
    return days.stream()
        .filter(day -> day.opens().unmeasured() > 0)
        .map(UseOnDay::last)
        .max(Instant::compareTo);
  }

  /** The newest use among {@link #days}. */
  public Optional<Instant> newest() {
    return days.stream().map(UseOnDay::last).max(Instant::compareTo);
  }

  public Set<SourceName> sources() {
    return days.stream()
        .flatMap(day -> day.sources().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
