package dev.reclaim.audit.verify;

import java.io.PrintStream;
import java.time.Duration;

/** Says every two seconds how far a long check has come. */
final class ProgressLine implements Progress {

  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  private final PrintStream err;
  private long next = System.nanoTime() + PAUSE;

  ProgressLine(PrintStream err) {
    this.err = err;
  }

  @Override
  public void reached(long position, long size) {
    long now = System.nanoTime();
    if (now - next >= 0) {
      next = now + PAUSE;
      err.printf("… %,d of %,d entries (%d %%)%n", position, size, position * 100 / size);
    }
  }
}
