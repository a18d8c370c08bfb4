package dev.reclaim.console;

import java.util.Optional;

/**
 * An order with what an operator says to it.
 *
 * @param why what they wrote; the record keeps it
 * @param more what the order needs besides, see {@link Order#needs}; empty where it needs nothing
 */
public record Instruction(Order order, String why, String more) {

  public static final int LONGEST_REASON = 500;
  private static final int LONGEST_MORE = 200;

  public Instruction {
    why = why.strip();
    more = more.strip();
  }

  /** What keeps it from being given, as a sentence. */
  public Optional<String> lacks() {
    if (why.isBlank() || why.length() > LONGEST_REASON) {
      return Optional.of(
          "A reason of 1 to " + LONGEST_REASON + " characters is needed; nothing was done.");
    }
    return lacksMore();
  }

  /** As {@link #lacks}, while no reason is asked for yet. */
  public Optional<String> lacksMore() {
    return order
        .needs()
        .filter(_ -> more.isBlank() || more.length() > LONGEST_MORE)
        .map(
            needs ->
                needs.question()
                    + " This is needed, in 1 to "
                    + LONGEST_MORE
                    + " characters; nothing was done.");
  }
}
