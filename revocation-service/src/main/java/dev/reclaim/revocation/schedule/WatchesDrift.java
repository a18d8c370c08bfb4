package dev.reclaim.revocation.schedule;

import dev.reclaim.messaging.Loop;
import dev.reclaim.revocation.ChecksDrift;
import java.time.Duration;

/** Has access and seat compared, every now and then. */
public final class WatchesDrift extends Loop {

  private static final int AT_ONCE = 50;

  private final ChecksDrift checks;
  private final Duration every;

  /**
   * @param every how long it rests when nothing more is due
   */
  public WatchesDrift(ChecksDrift checks, Duration every) {
    super("drift-check");
    this.checks = checks;
    this.every = every;
  }

  @Override
  protected void round() throws InterruptedException {
    while (running()) {
      alive();
      if (checks.check(AT_ONCE) < AT_ONCE) {
        rest();
      }
    }
  }

  /** In pieces, so that it is never silent for long. */
  private void rest() throws InterruptedException {
    Duration piece = Duration.ofSeconds(20);
    for (Duration left = every; running() && left.isPositive(); left = left.minus(piece)) {
      alive();
      pause(left.compareTo(piece) < 0 ? left : piece);
    }
  }
}
