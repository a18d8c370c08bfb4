package dev.reclaim.bench.consent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each of many took. */
final class Latencies {

  private final List<Duration> all = new ArrayList<>();

  void add(Duration one) {
    all.add(one);
  }

  /** As in {@code at(0.99)}. */
  Duration at(double share) {
    List<Duration> sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
  }
}
