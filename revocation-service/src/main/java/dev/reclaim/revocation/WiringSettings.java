package dev.reclaim.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** How many revocations are under way at a time behind one connection. */
  @WithDefault("48")
  int perConnection();

  /** The connection behind which accounts live; each application's own unless it is set. */
  Optional<String> accessConnection();

  /**
   * Whether whoever saved the version of a rule may be one of the two who release what it found,
   * for places with too few logins for anything else.
   */
  @WithDefault("false")
  boolean authorsMayRelease();

  WiringRetry retry();

  WiringCalls calls();

  WiringLimits limits();

  WiringSources sources();

  WiringHours hours();

  WiringDrift drift();

  WiringManual manual();

  WiringAlerts alerts();

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

  /** How outside systems are called; see {@link Gates.Share} and {@link Breaker.Patience}. */
  interface WiringCalls {
    @WithDefault("100")
    int sharePercent();

    @WithDefault("8")
    int atOnce();

    @WithDefault("5")
    int breakAfter();

    @WithDefault("5S")
    Duration breakFirst();

    @WithDefault("20S")
    Duration breakLongest();
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

  /** When a source counts as broken; see {@link SourceLimits}. */
  interface WiringSources {
    @WithDefault("3D")
    Duration staleAfter();

    @WithDefault("20")
    int shrinkPercent();

    @WithDefault("20")
    int leaversPercent();

    @WithDefault("10")
    int few();
  }

  /** When anything may be taken; see {@link WorkingHours}. Always, unless it is set. */
  interface WiringHours {
    @WithDefault("UTC")
    ZoneId zone();

    @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY")
    Set<DayOfWeek> days();

    @WithDefault("00:00")
    LocalTime from();

    @WithDefault("00:00")
    LocalTime until();

    /** Days as {@code 2026-12-24/2027-01-02}, both included. */
    Optional<List<String>> blackouts();
  }

  /** How access and seat are compared; see {@link ChecksDrift}. */
  interface WiringDrift {
    @WithDefault("1M")
    Duration every();

    /** So long after it was verified it is looked at again; then twice as long each time. */
    @WithDefault("15M")
    Duration first();

    @WithDefault("1H")
    Duration lagAfter();
  }

  /** How steps by hand are handed out; see {@link WritesInstructions}. */
  interface WiringManual {
    @WithDefault("3D")
    Duration within();

    Optional<String> assignee();
  }

  /** Who hears of a brake that holds something. */
  interface WiringAlerts {
    Optional<String> mailTo();
  }
}
