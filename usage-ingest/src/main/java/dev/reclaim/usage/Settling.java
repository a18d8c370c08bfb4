package dev.reclaim.usage;

import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.util.Set;

/** Tells everything that follows when names, labels, usage or sources changed. */
final class Settling {

  private final SettleSeats settleSeats;
  private final Recount recount;
  private final TellSourceHealth tellSourceHealth;

  /**
   * What changed.
   *
   * @param names of people, normalised
   * @param labels of applications, normalised
   * @param sources that have new records, or whose records are about other applications now
   */
  record Touched(Set<String> names, Set<String> labels, Days days, Set<String> sources) {}

  Settling(SettleSeats settleSeats, Recount recount, TellSourceHealth tellSourceHealth) {
    this.settleSeats = settleSeats;
    this.recount = recount;
    this.tellSourceHealth = tellSourceHealth;
  }

  void settle(Touched touched, Cause cause, Instant now) {
    settleSeats.settle(touched.names(), touched.labels(), cause, now);
    recount.tell(touched.days());
    tellSourceHealth.tell(touched.sources(), cause);
  }
}
