package dev.reclaim.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a process to end, and makes it. */
public final class Signals {
  private Signals() {}

  /**
   * Sends the named signal, waits, then sends SIGKILL. Returns when the process is gone.
   *
   * @param signal without its SIG: {@code TERM}, or {@code INT} for PostgreSQL, which on TERM would
   *     wait for its last client
   */
  public static void stop(ProcessHandle process, String signal, Duration patience) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      if (!gone(process, patience)) {
        process.destroyForcibly();
        gone(process, Duration.ofSeconds(10));
      }
    } catch (IOException noKillProgram) {
      process.destroyForcibly();
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean gone(ProcessHandle process, Duration patience)
      throws InterruptedException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException alive) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
