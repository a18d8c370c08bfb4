package dev.reclaim.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * How long a holder has had a seat, this time.
 *
 * @param since from when on
 * @param known how that is known
 * @param present whether the seat is there
 * @param goneAt when it was last known to be gone
 */
public record Tenure(Instant since, Known known, boolean present, Optional<Instant> goneAt) {

  /** What {@link Tenure#since} rests on. */
  public enum Known {
    /** A source named the day of assignment. */
    ASSIGNED,
    /** Nobody named it: the seat may be older than its first sighting. */
    FIRST_SEEN,
    /** It was taken back and restored; its clock started anew. */
    RESTORED
  }

  /** Why the seat is too young to be judged over a span. */
  String youngerThan(Span span) {
    return sentence() + " That is within %s.".formatted(span.words());
  }

  String sentence() {
    return switch (known) {
      case ASSIGNED -> "The seat was assigned on %s.".formatted(Words.day(since));
      case FIRST_SEEN -> "The seat was first seen on %s.".formatted(Words.day(since));
      case RESTORED -> "The seat was restored on %s.".formatted(Words.day(since));
    };
  }
}
