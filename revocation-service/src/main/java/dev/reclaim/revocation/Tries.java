package dev.reclaim.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * How often in a row the same thing did not get on.
 *
 * @param since when it first did not
 */
public record Tries(int count, Optional<Instant> since) {

  public static final Tries NONE = new Tries(0, Optional.empty());

  Tries oneMore(Instant now) {
    return new Tries(count + 1, Optional.of(since.orElse(now)));
  }
}
