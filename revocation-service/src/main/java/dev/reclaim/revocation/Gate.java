package dev.reclaim.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
      if (!room.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Pass.NotNow("too many calls are under way", SHORTLY);
      }
      Pass pass = waitForSlot(kind);
      if (pass instanceof Pass.NotNow) {
        room.release();
      }
      return pass;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Pass.NotNow("this service is stopping", SHORTLY);
    }
  }

  /** A wish to be left alone that comes meanwhile counts for those who wait already. */
  private Pass waitForSlot(Kind kind) throws InterruptedException {
    rest(wish.get());
    Allowance allowance =
        switch (kind) {
          case LOOK -> looks;
          case CHANGE -> changes;
        };
    Duration longest =
        switch (kind) {
          case LOOK -> LONGEST_WAIT;
          case CHANGE -> LONGEST_WAIT_TO_CHANGE;
        };
    while (true) {
      Instant now = pacing.clock().instant();
      Optional<Instant> booked = allowance.book(now, now.plus(longest));
      if (booked.isEmpty()) {
        return new Pass.NotNow(
            "it may not be called so often", Duration.between(now, allowance.next(now)));
      }
      Duration wait = Duration.between(now, booked.get());
      if (wait.isPositive()) {
        pacing.sleeps().sleep(wait);
      }
      if (!allowance.overtaken(booked.get())) {
        return new Pass.Go();
      }
    }
  }

  /** The call is over. */
  void leave(Manner manner) {
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
