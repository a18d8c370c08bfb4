package dev.reclaim.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries somebody wants to see.
 *
 * @param application also finds every event of a candidate that is about this application
 * @param from when it happened, inclusive
 * @param to when it happened, exclusive
 * @param after only positions behind this one
 * @param before only positions in front of this one
 * @param limit at most so many
 */
public record Question(
    Optional<String> holder,
    Optional<String> candidate,
    Optional<String> application,
    Optional<String> actor,
    Optional<Instant> from,
    Optional<Instant> to,
    long after,
    long before,
    int limit) {

  public static final int MOST = 1_000;

  public Question {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit: " + limit + " is not between 1 and " + MOST);
    }
    if (after < -1) {
      throw new IllegalArgumentException("after: " + after + " is not a position");
    }
  }

  /** All that a log of this size says about one candidate. */
  public static Question aboutCandidate(String candidate, long after, long size) {
    return new Question(
        Optional.empty(),
        Optional.of(candidate),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        after,
        size,
        MOST);
  }
}
