package dev.reclaim.rules.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Moments that often lie exactly on an edge, or a microsecond beside it. */
final class RandomMoments {

  private static final List<Duration> BESIDE =
      List.of(
          Duration.ZERO,
          Duration.of(1, ChronoUnit.MICROS),
          Duration.of(-1, ChronoUnit.MICROS),
          Duration.ofSeconds(1),
          Duration.ofHours(5),
          Duration.ofHours(-9),
          Duration.ofDays(1),
          Duration.ofDays(-3));

  private final Random random;
  private final Instant asOf;

  RandomMoments(Random random, Instant asOf) {
    this.random = random;
    this.asOf = asOf;
  }

  /** About one of these lengths ago, or just any time. */
  Instant ago(List<Duration> edges) {
    return random.nextInt(3) == 0
        ? asOf.minus(Duration.ofSeconds(random.nextInt(200 * 86_400)))
        : beside(asOf.minus(edges.get(random.nextInt(edges.size()))));
  }

  /** About now. */
  Instant now() {
    return beside(asOf);
  }

  Instant beside(Instant edge) {
    return edge.plus(BESIDE.get(random.nextInt(BESIDE.size())));
  }
}
