package dev.reclaim.revocation;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls from a system that does not answer. After a few failures in a row nobody calls; after
 * a while one call may try, and its answer decides for all.
 */
public final class Breaker {

  /**
   * When it opens, and for how long.
   *
   * @param failures in a row that open it
   * @param first how long it stays open the first time; it doubles
   * @param longest how long it stays open at most
   */
  public record Patience(int failures, Duration first, Duration longest) {

    private static final Duration MOST = Duration.ofMinutes(5);

    public Patience {
      if (failures < 1) {
        throw new IllegalArgumentException("reclaim.revocation.breaker.failures: is less than one");
      }
      if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
        throw new IllegalArgumentException(
            "reclaim.revocation.breaker: first must be longer than nothing, longest at least as"
                + " long");
      }
      if (longest.compareTo(MOST) > 0) {
        throw new IllegalArgumentException(
            "reclaim.revocation.breaker.longest: is longer than five minutes");
      }
    }
  }

  /** How it stands. */
  public enum State {
    CLOSED,
    OPEN,
    /** One call is on its way to find out. */
    TRYING
  }

  private final Patience patience;
  private State state = State.CLOSED;
  private int failures;
  private Duration wait;
  private Instant until = Instant.MIN;

  Breaker(Patience patience) {
    this.patience = patience;
    this.wait = patience.first();
  }

  /** Whether a call may be made now; while trying, only the first who asks. */
  synchronized boolean pass(Instant now) {
    return switch (state) {
      case CLOSED -> true;
      case TRYING -> false;
      case OPEN -> {
        if (now.isBefore(until)) {
          yield false;
        }
        state = State.TRYING;
        yield true;
      }
    };
  }

  /** Whether {@link #pass} would let somebody through. */
  synchronized boolean wouldPass(Instant now) {
    return state == State.CLOSED || (state == State.OPEN && !now.isBefore(until));
  }

  /**
   * The system answered.
   *
   * @return whether it did not before
   */
  synchronized boolean answered() {
    boolean recovered = state != State.CLOSED;
    state = State.CLOSED;
    failures = 0;
    wait = patience.first();
    return recovered;
  }

  /** The system did not answer. */
  synchronized void silent(Instant now) {
    failures++;
    switch (state) {
      case CLOSED -> {
        if (failures >= patience.failures()) {
          open(now);
        }
      }
      case TRYING -> {
        Duration doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(patience.longest()) > 0 ? patience.longest() : doubled;
        open(now);
      }
      case OPEN -> {
        // A call that was under way when it opened; it says nothing new.
      }
    }
  }

  private void open(Instant now) {
    state = State.OPEN;
    until = now.plus(wait);
  }

  synchronized State state() {
    return state;
  }

  /** When somebody may try. */
  synchronized Instant until() {
    return until;
  }
}
