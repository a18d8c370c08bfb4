package dev.reclaim.local.run;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stops everything when a start fails, is interrupted at the terminal, or (in the foreground) when
 * the runner itself ends: no process is left behind.
 */
final class StopsUnlessReady implements AutoCloseable {
  private final Installation installation;
  private final AtomicBoolean armed = new AtomicBoolean(true);

  StopsUnlessReady(Installation installation) {
    this.installation = installation;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop everything"));
  }

  /** From now on everything may go on without the runner. */
  void ready() {
    armed.set(false);
  }

  @Override
  public void close() {
    if (armed.compareAndSet(true, false)) {
      try {
        new Down(installation).run();
      } catch (IOException failed) {
        System.err.println("reclaim: not everything could be stopped: " + failed.getMessage());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
