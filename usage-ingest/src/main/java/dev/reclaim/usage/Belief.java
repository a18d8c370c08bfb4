package dev.reclaim.usage;

import java.util.Optional;

/**
 * Whether a complete listing is believed. A listing that lost many members at once is more often a
 * broken directory, a moved group or a lost permission than the truth.
 */
public sealed interface Belief {

  /** What is not there is gone. */
  record Believed() implements Belief {}

  /**
   * Nothing is published from it.
   *
   * @param looks how many in a row looked like this
   */
  record Held(int looks, String reason) implements Belief {}

  /**
   * When a listing has collapsed.
   *
   * @param share the share of seats that may be missing at once, between 0 and 1
   * @param count the number that may be missing at once, whatever share it is
   * @param looks after how many collapsed looks in a row, the first included, it is believed after
   *     all
   */
  record Limits(double share, int count, int looks) {

    public Limits {
      if (share < 0 || share > 1) {
        throw new IllegalArgumentException("reclaim.seats.collapse-share: is not between 0 and 1");
      }
      if (count < 0) {
        throw new IllegalArgumentException("reclaim.seats.collapse-count: is negative");
      }
      if (looks < 1) {
        throw new IllegalArgumentException("reclaim.seats.collapse-looks: is less than 1");
      }
    }
  }

  /**
   * Judges a listing by its numbers.
   *
   * @param known the seats of the last believed listing
   * @param missing how many of them this listing lacks
   * @param listed the seats that this listing has
   * @param heldBefore how many looks before this one were held, in a row
   */
  static Belief judge(int known, int missing, int listed, int heldBefore, Limits limits) {
    Optional<String> collapse = collapse(known, missing, listed, limits);
    int looks = heldBefore + 1;
    if (collapse.isEmpty() || looks > limits.looks()) {
      return new Believed();
    }
    return new Held(
        looks,
        "%s; held back %d of %d times before it is believed"
            .formatted(collapse.get(), looks, limits.looks()));
  }

  private static Optional<String> collapse(int known, int missing, int listed, Limits limits) {
    if (known > 0 && listed == 0) {
      return Optional.of("all %d seats are missing from the listing".formatted(known));
    }
    return missing > limits.count() && missing > known * limits.share()
        ? Optional.of("%d of %d seats are missing from the listing".formatted(missing, known))
        : Optional.empty();
  }
}
