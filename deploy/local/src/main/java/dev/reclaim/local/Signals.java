package dev.reclaim.local;

import java.io.IOException;
import java.time.Duration;

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
      if (!Living.endsWithin(process, patience)) {
        process.destroyForcibly();
        Living.endsWithin(process, Duration.ofSeconds(10));
      }
    } catch (IOException noKillProgram) {
      process.destroyForcibly();
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
