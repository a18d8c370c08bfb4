package dev.reclaim.local.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps all components of an installation alive, from the background. When it ends, or is killed,
 * they go on; the next supervisor takes them over.
 */
public final class Supervisor {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private final Home home;
  private final List<Component> components;
  private final Stopping stopping = new Stopping();

  public Supervisor(Home home, List<Component> components) {
    this.home = home;
    this.components = List.copyOf(components);
  }

  /** Returns after SIGTERM. */
  public void run() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(stopping::begin, "begin to stop"));
    Set<Integer> waves = new HashSet<>();
    for (int wave : components.stream().map(Component::wave).sorted().toList()) {
      if (waves.add(wave)) {
        List<Component> together = components.stream().filter(c -> c.wave() == wave).toList();
        together.forEach(this::keepAlive);
        for (Component component : together) {
          if (!complete(component)) {
            return;
          }
        }
      }
    }
    stopping.await();
  }

  private void keepAlive(Component component) {
    Thread.ofPlatform()
        .name(component.name())
        .daemon()
        .start(
            () -> {
              try {
                do {
                  keepAliveOnce(component);
                } while (!stopping.within(AFTER_FAILURE));
              } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void keepAliveOnce(Component component) throws InterruptedException {
    try {
      new KeepsAlive(home, component, stopping).untilStopped();
    } catch (IOException cannotStart) {
      report(component, cannotStart);
    }
  }

  /** False when the supervisor stops meanwhile. */
  private boolean complete(Component component) throws InterruptedException {
    while (!component.health().healthy()) {
      if (stopping.within(BETWEEN_LOOKS)) {
        return false;
      }
    }
    while (true) {
      try {
        component.steps().completeWhenHealthy();
        return !stopping.begun();
      } catch (Exception failed) {
        report(component, failed);
        if (stopping.within(AFTER_FAILURE)) {
          return false;
        }
      }
    }
  }

  private static void report(Component component, Exception failed) {
    System.out.println(Instant.now() + " " + component.name() + ": " + failed.getMessage());
  }
}
