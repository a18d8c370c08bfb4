package dev.reclaim.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Stands before one outside system, for all workers of this process: so many calls at once, so many
 * in a time, none while it wants to be left alone, none while it does not answer.
 */
public final class Gate {

  /** Whoever would have to wait for longer comes back later instead. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** A change waits less: what was seen right before it grows old. */
  private static final Duration LONGEST_WAIT_TO_CHANGE = Duration.ofSeconds(5);

  private static final Duration SHORTLY = Duration.ofSeconds(1);

  /** What a call is for. */
  enum Kind {
    LOOK,
    CHANGE
  }

  /** Whether a call may be made. */
  sealed interface Pass {

    /** Now; {@link Gate#leave} must follow. */
    record Go() implements Pass {}

    /** Not before that long. */
    record NotNow(String why, Duration after) implements Pass {}
  }

  /** How the system took a call. */
  enum Manner {
    ANSWERED,
    SILENT
  }

  private final Semaphore room;
  private final Allowance changes;
  private final Allowance looks;
  private final Breaker breaker;
  private final Supplier<Duration> wish;
  private final Pacing pacing;

  /**
   * What all gates share.
   *
   * @param sleeps waits, on a virtual thread
   * @param recovered is told when a system answers again
   */
  public record Pacing(
      InstantSource clock, Breaker.Patience patience, Sleeps sleeps, Runnable recovered) {}

  /** Lets a thread wait. */
  @FunctionalInterface
  public interface Sleeps {
    void sleep(Duration length) throws InterruptedException;
  }

  /**
   * @param wish how long the system wants to be left alone, by its own last answer
   */
  public Gate(CallLimits limits, Supplier<Duration> wish, Pacing pacing) {
    this.room = new Semaphore(limits.atOnce());
    this.changes = new Allowance(limits.changes());
    this.looks = new Allowance(limits.looks());
    this.breaker = new Breaker(pacing.patience());
    this.wish = wish;
    this.pacing = pacing;
  }

  /**
   * How many revocations are worth having under way behind this gate: none while it is closed, one
   * while nobody knows whether the system answers, else as many as may soon change something.
   */
  public int worthWhile() {
    Instant now = pacing.clock().instant();
    return switch (breaker.state()) {
      case CLOSED -> changes.free(now, now.plus(LONGEST_WAIT_TO_CHANGE));
      case OPEN, TRYING -> breaker.wouldPass(now) ? 1 : 0;
    };
  }

  public Breaker.State breakerState() {
    return breaker.state();
  }

  /** The system asked to be left alone for that long. */
  void rest(Duration length) {
    if (length.isPositive()) {
      Instant until = pacing.clock().instant().plus(length);
      changes.rest(until);
      looks.rest(until);
    }
  }

  Pass enter(Kind kind) {
    Instant now = pacing.clock().instant();
    if (!breaker.pass(now)) {
      Duration left = Duration.between(now, breaker.until());
      return new Pass.NotNow("it did not answer lately", left.isPositive() ? left : SHORTLY);
    }
    boolean trying = breaker.state() == Breaker.State.TRYING;
    Pass pass = waitInLine(kind);
    if (trying && pass instanceof Pass.NotNow) {
      breaker.silent(pacing.clock().instant());
    }
    return pass;
  }

  private Pass waitInLine(Kind kind) {
    try {
      return line(kind);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Pass.NotNow("this service is stopping", SHORTLY);
    }
  }

  /**
   * Whoever waits takes no room from those who may call, and a call is counted from the moment at
   * which it is made; so a wish to be left alone that comes meanwhile counts for all.
   */
  private Pass line(Kind kind) throws InterruptedException {
    Allowance allowance = allowance(kind);
    Duration longest =
        switch (kind) {
          case LOOK -> LONGEST_WAIT;
          case CHANGE -> LONGEST_WAIT_TO_CHANGE;
        };
    Instant latest = pacing.clock().instant().plus(longest);
    while (true) {
      rest(wish.get());
      Instant now = pacing.clock().instant();
      Instant next = allowance.next(now);
      if (next.isAfter(latest)) {
        return new Pass.NotNow("it may not be called so often", Duration.between(now, next));
      }
      if (next.isAfter(now)) {
        pacing.sleeps().sleep(Duration.between(now, next));
      } else if (!room.tryAcquire(
          Duration.between(now, latest).toMillis(), TimeUnit.MILLISECONDS)) {
        return new Pass.NotNow("too many calls are under way", SHORTLY);
      } else if (allowance.begin(pacing.clock().instant())) {
        return new Pass.Go();
      } else {
        room.release();
      }
    }
  }

  private Allowance allowance(Kind kind) {
    return switch (kind) {
      case LOOK -> looks;
      case CHANGE -> changes;
    };
  }

  /** The call is over. */
  void leave(Kind kind, Manner manner) {
    allowance(kind).end(pacing.clock().instant());
    room.release();
    switch (manner) {
      case ANSWERED -> {
        if (breaker.answered()) {
          pacing.recovered().run();
        }
      }
      case SILENT -> breaker.silent(pacing.clock().instant());
    }
    rest(wish.get());
  }
}
