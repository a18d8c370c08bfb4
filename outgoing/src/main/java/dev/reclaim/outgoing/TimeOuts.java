package dev.reclaim.outgoing;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param connect for a connection
 * @param answer for the next bytes of an answer
 */
public record TimeOuts(Duration connect, Duration answer) {

  public static final TimeOuts USUAL = new TimeOuts(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
