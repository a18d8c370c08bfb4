package dev.reclaim.local.run;

import dev.reclaim.local.LogTail;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks, again and again, whether one component is ready, and tells at once when its process ends
 * by itself. Some cannot even end: a service that could not start says so, but what it opened on
 * its way may keep its process alive.
 */
final class AwaitsHealth {
  /** What every Quarkus application says, in these words. */
  private static final String COULD_NOT_START = "Failed to start application";

  private static final Duration BETWEEN_LOOKS_AT_LOG = Duration.ofSeconds(1);
  private static final int LAST_WORDS = 8;
  private final Home home;
  private final Component component;
  private final int earlier;
  private final Duration endsWithin;
  private final PrintStream out;
  private final long logAtFirst;
  private final Instant begin = Instant.now();
  private boolean announced;
  private int toldDeaths;
  private Instant nextLookAtLog = begin;
  private Optional<Attempt> attempt = Optional.empty();

  /**
   * One process of the component.
   *
   * @param logBefore how long the log was, in bytes, before it, or when it was seen first
   * @param failed when it was seen to say that it could not start
   */
  private record Attempt(ProcessMark process, long logBefore, Optional<Instant> failed) {}

  /**
   * Made before the component is started: what its log says from now on counts.
   *
   * @param earlier restarts before this wait
   * @param endsWithin how long a process may take to end after it said that it could not start
   */
  AwaitsHealth(Home home, Component component, int earlier, Duration endsWithin, PrintStream out) {
    this.home = home;
    this.component = component;
    this.earlier = earlier;
    this.toldDeaths = earlier;
    this.endsWithin = endsWithin;
    this.out = out;
    this.logAtFirst = log().toFile().length();
  }

  String name() {
    return component.name();
  }

  /** Whether it is ready now. */
  boolean ready() throws IOException, Refusal {
    Optional<Life> known = Life.read(home, name());
    if (known.isEmpty()) {
      return false;
    }
    Life life = known.get();
    if (!announced) {
      announced = true;
      out.printf("  %-20s starting%n", name());
    }
    if (component.health().healthy()) {
      out.printf("  %-20s ready in %s s%n", name(), seconds());
      return true;
    }
    refuseWhatKeepsDying(life);
    refuseWhatHangs(life.process());
    return false;
  }

  private void refuseWhatKeepsDying(Life life) throws Refusal {
    if (life.restarts() - earlier >= Backoff.KEEPS_DYING
        || life.deathsInARow() >= Backoff.KEEPS_DYING) {
      throw new Refusal(name() + " keeps dying" + end());
    }
    if (life.restarts() > toldDeaths) {
      toldDeaths = life.restarts();
      out.printf("  %-20s ended by itself and is started again%s%n", name(), end());
    }
  }

  private void refuseWhatHangs(ProcessMark process) throws Refusal {
    Instant now = Instant.now();
    Attempt current =
        attempt
            .filter(known -> known.process().equals(process))
            .orElseGet(() -> new Attempt(process, logBefore(), Optional.empty()));
    if (current.failed().isEmpty() && !now.isBefore(nextLookAtLog)) {
      nextLookAtLog = now.plus(BETWEEN_LOOKS_AT_LOG);
      if (saidSince(current.logBefore())) {
        current = new Attempt(process, current.logBefore(), Optional.of(now));
      }
    }
    attempt = Optional.of(current);
    if (current.failed().filter(since -> now.isAfter(since.plus(endsWithin))).isPresent()) {
      throw new Refusal(name() + " could not start" + end());
    }
  }

  private long logBefore() {
    return attempt.isEmpty() ? logAtFirst : log().toFile().length();
  }

  private boolean saidSince(long logBefore) {
    return LogTail.linesSince(logBefore, log(), LAST_WORDS).stream()
        .anyMatch(line -> line.contains(COULD_NOT_START));
  }

  private Path log() {
    return home.log(name());
  }

  /** How its log ends. */
  String end() {
    return LogTail.ending(log());
  }

  private String seconds() {
    return "%.1f".formatted(Duration.between(begin, Instant.now()).toMillis() / 1000.0);
  }
}
