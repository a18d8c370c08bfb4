package dev.reclaim.local.run;

import dev.reclaim.local.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stops everything in reverse order; data, logs and secrets stay. */
public final class Down {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final Installation installation;

  public Down(Installation installation) {
    this.installation = installation;
  }

  /** How many processes were stopped. Returns when all are gone. */
  public int run() throws IOException, InterruptedException {
    int stopped = 0;
    if (stop(Installation.SUPERVISOR, "TERM")) {
      stopped++;
    }
    for (int wave = installation.lastWave(); wave >= 0; wave--) {
      stopped += stopWave(wave);
    }
    return stopped;
  }

  private int stopWave(int wave) throws IOException, InterruptedException {
    List<Thread> threads = new ArrayList<>();
    int alive = 0;
    for (Component component : installation.components()) {
      if (component.wave() == wave) {
        Optional<ProcessHandle> process = Life.alive(installation.home(), component.name());
        if (process.isPresent()) {
          alive++;
          threads.add(
              Thread.ofPlatform()
                  .start(() -> Signals.stop(process.get(), component.stopSignal(), PATIENCE)));
        }
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (Component component : installation.components()) {
      if (component.wave() == wave) {
        Life.forget(installation.home(), component.name());
      }
    }
    return alive;
  }

  private boolean stop(String name, String signal) throws IOException {
    Optional<ProcessHandle> process = Life.alive(installation.home(), name);
    process.ifPresent(alive -> Signals.stop(alive, signal, PATIENCE));
    Life.forget(installation.home(), name);
    return process.isPresent();
  }
}
