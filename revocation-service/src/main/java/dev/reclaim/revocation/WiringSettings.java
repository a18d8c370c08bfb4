package dev.reclaim.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What can be set for this service. Durations as {@code 30S} or ISO-8601. */
@ConfigMapping(prefix = "reclaim.revocation")
public interface WiringSettings {

  /** Plan and hold, never call. */
  @WithDefault("false")
  boolean dryRun();

  /**
   * The name of this instance: the same after a restart, and no other instance's. Host name and
   * port unless it is set.
   */
  Optional<String> worker();

  /** How long a worker's right to a revocation lasts; longer than the longest call. */
  @WithDefault("3M")
  Duration lease();

  /** How long the worker waits when nobody wakes it. */
  @WithDefault("1S")
  Duration poll();

  /** How many revocations are carried out at a time behind one connection. */
  @WithDefault("4")
  int perConnection();

  WiringRetry retry();

  WiringLimits limits();

  /** How patience is spent; see {@link Schedule}. */
  interface WiringRetry {
    @WithDefault("5S")
    Duration first();

    @WithDefault("15M")
    Duration longest();

    @WithDefault("24H")
    Duration giveUpAfter();

    @WithDefault("5")
    int looks();

    @WithDefault("30S")
    Duration settle();
  }

  /** How many seats may be taken; see {@link Limits}. */
  interface WiringLimits {
    @WithDefault("10")
    int warnPercent();

    @WithDefault("20")
    int stopPercent();

    @WithDefault("100")
    int smallBelow();

    @WithDefault("10")
    int smallPerHour();

    @WithDefault("20")
    int smallPerDay();

    Optional<Integer> mostPerHour();

    Optional<Integer> mostPerDay();
  }
}
