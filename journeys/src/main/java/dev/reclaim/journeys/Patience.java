package dev.reclaim.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for something to become true, with a clear word when it does not. */
final class Patience {

  /**
   * Longer than a message waits whose sender was killed while it sent: its claim runs out after two
   * minutes, and only then somebody else sends it.
   */
  private static final Duration LONGEST = Duration.ofSeconds(150);

  private Patience() {}

  /** Asks until there is an answer. */
  static <T> T until(String what, Supplier<Optional<T>> question) {
    Instant deadline = Instant.now().plus(LONGEST);
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new StoryFailed("waited " + LONGEST.toSeconds() + " s in vain for: " + what);
      }
      shortly();
    }
  }

  static void shortly() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
  }
}
