package dev.reclaim.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A time in which the holder was away, HR says.
 *
 * @param from its begin
 * @param until its end, exclusive; far in the future while it lasts
 */
public record Leave(Instant from, Instant until) {

  /** The end of a leave that still lasts. */
  public static final Instant OPEN = Instant.parse("9999-01-01T00:00:00Z");

  /** These leaves, with those joined that meet. */
  static List<Leave> joined(List<Leave> leaves) {
    List<Leave> joined = new ArrayList<>();
    leaves.stream()
        .sorted(Comparator.comparing(Leave::from))
        .forEach(
            next -> {
              Leave last = joined.isEmpty() ? null : joined.getLast();
              if (last == null || next.from().isAfter(last.until())) {
                joined.add(next);
              } else if (next.until().isAfter(last.until())) {
                joined.set(joined.size() - 1, new Leave(last.from(), next.until()));
              }
            });
    return List.copyOf(joined);
  }

  public Leave {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("leave: ends before it begins");
    }
  }
}
