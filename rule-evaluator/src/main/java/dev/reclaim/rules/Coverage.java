package dev.reclaim.rules;

import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.events.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far one source can be trusted about one application.
 *
 * @param from from when on it has reported without a gap
 * @param lastRecordAt its newest record
 * @param believedFrom a source that has just reached further back may still be telling the rest,
 *     and is not believed before this
 * @param sees what its records show
 */
public record Coverage(
    SourceName source, Instant from, Instant lastRecordAt, Instant believedFrom, Sees sees) {

  /** A source that is silent for longer counts as stale. */
  public static final Duration STALE_AFTER = Duration.ofDays(2);

  public boolean reaches(Instant since) {
    return !from.isAfter(since);
  }

  public boolean fresh(Instant asOf) {
    return !lastRecordAt.isBefore(asOf.minus(STALE_AFTER));
  }

  /** Whether it can say at a moment that something did not happen since an earlier one. */
  public boolean answersFor(Instant since, Instant asOf) {
    return reaches(since) && !believedFrom.isAfter(asOf) && fresh(asOf);
  }

  /** Whether a source that measures every use was watching all the time since a moment. */
  static boolean measuredSince(List<Coverage> sources, Instant since, Instant asOf) {
    return sources.stream()
        .anyMatch(source -> source.sees() == Sees.ACTIVITY && source.answersFor(since, asOf));
  }

  /**
   * Why the sources together cannot say that something was not used since a moment; empty when at
   * least one of them can.
   */
  static Optional<String> whyUnknown(List<Coverage> sources, Instant since, Instant asOf) {
    List<Coverage> reaching = sources.stream().filter(source -> source.reaches(since)).toList();
    if (reaching.isEmpty()) {
      return Optional.of(
          sources.isEmpty()
              ? "No source covers this application."
              : "No source covers this application without a gap since %s; the best one does since %s."
                  .formatted(Words.day(since), Words.day(earliest(sources))));
    }
    List<Coverage> settled =
        reaching.stream().filter(source -> !source.believedFrom().isAfter(asOf)).toList();
    if (settled.isEmpty()) {
      return Optional.of(
          "Source %s has only just told of the time since %s; it is believed from %s on."
              .formatted(
                  reaching.getFirst().source(),
                  Words.day(earliest(reaching)),
                  reaching.getFirst().believedFrom()));
    }
    if (settled.stream().noneMatch(source -> source.fresh(asOf))) {
      return Optional.of(
          "Source %s has sent nothing since %s, which is longer than %s ago."
              .formatted(settled.getFirst().source(), newest(settled), Words.of(STALE_AFTER)));
    }
    return Optional.empty();
  }

  private static Instant earliest(List<Coverage> sources) {
    return sources.stream().map(Coverage::from).min(Instant::compareTo).orElseThrow();
  }

  private static Instant newest(List<Coverage> sources) {
    return sources.stream().map(Coverage::lastRecordAt).max(Instant::compareTo).orElseThrow();
  }
}
