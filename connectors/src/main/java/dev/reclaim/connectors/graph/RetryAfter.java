package dev.reclaim.connectors.graph;

import java.time.Duration;

/** The header of that name. Graph sends whole seconds; anything else is taken as unknown. */
final class RetryAfter {

  /** Where Graph names no time. */
  static final Duration UNKNOWN = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  static Duration read(String header) {
    if (header == null || !header.strip().matches("\\d{1,9}")) {
      return UNKNOWN;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(header.strip()));
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
