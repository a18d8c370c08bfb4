package dev.reclaim.bench;

import dev.reclaim.bench.consent.ConsentBench;
import dev.reclaim.bench.revocation.RevocationBench;
import dev.reclaim.bench.rules.RulesBench;
import java.util.List;

/** All benches; a new one is one more line. */
final class Benches {

  private Benches() {}

  static List<Bench> all() {
    return List.of(new RulesBench(), new RevocationBench(), new ConsentBench());
  }
}
