package dev.reclaim.consent;

import java.util.List;
import java.util.Objects;

/**
 * A mail that came to the mailbox for bounces.
 *
 * @param id the same for the same mail
 * @param about the Message-IDs that it quotes, the most reliable first
 */
public record Bounce(String id, List<String> about, Says says) {

  public Bounce {
    Objects.requireNonNull(id, "id: is missing");
    about = List.copyOf(about);
  }

  /** What became of the mail that it is about. */
  public sealed interface Says {

    /**
     * It was given up.
     *
     * @param status as RFC 3463 writes it, such as 5.1.1
     */
    record Failed(String status) implements Says {}

    /** It is still tried. */
    record Delayed(String status) implements Says {}

    /** It arrived, or went on to where nothing more is told. */
    record Passed(String status) implements Says {}

    /** It is no delivery report, or none that can be read. */
    record Nothing() implements Says {}
  }
}
