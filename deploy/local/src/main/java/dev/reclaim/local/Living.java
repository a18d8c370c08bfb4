package dev.reclaim.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a process still runs, also one that this JVM did not start. */
public final class Living {
  private static final long LOOK_EVERY_MS = 25;

  private Living() {}

  /** An ended process that its parent has not asked about yet (a zombie) does not count. */
  public static boolean is(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException notLinuxOrGone) {
      return process.isAlive();
    }
  }

  /**
   * Waits for the end; true when it came in time. {@link ProcessHandle#onExit} looks only every few
   * seconds at a process that is no child of this JVM.
   */
  public static boolean endsWithin(ProcessHandle process, Duration patience)
      throws InterruptedException {
    Instant giveUp = Instant.now().plus(patience);
    CountDownLatch never = new CountDownLatch(1);
    while (is(process) && Instant.now().isBefore(giveUp)) {
      never.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
    return !is(process);
  }
}
