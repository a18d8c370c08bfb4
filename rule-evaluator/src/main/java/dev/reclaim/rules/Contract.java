package dev.reclaim.rules;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was agreed with a vendor.
 *
 * @param ends its last day
 * @param renewalNotice it renews itself unless notice is given so long before its end
 * @param trueDown the days on which seats can be given back to the vendor
 * @param reassignmentDays how many days the vendor wants between two holders of one seat
 */
public record Contract(
    Optional<LocalDate> ends,
    Optional<Window> renewalNotice,
    Optional<TrueDown> trueDown,
    OptionalInt reassignmentDays) {

  public static final Contract NONE =
      new Contract(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

  private static final int TEN_YEARS = 3_650;

  /** The first and the last day of a true-down. */
  public record TrueDown(LocalDate opens, LocalDate closes) {

    public TrueDown {
      if (closes.isBefore(opens)) {
        throw new IllegalArgumentException(
            "contract.trueDown.closes: is before " + opens + ", when it opens");
      }
    }
  }

  public Contract {
    if (renewalNotice.isPresent() && ends.isEmpty()) {
      throw new IllegalArgumentException("contract.ends: is missing; a notice counts back from it");
    }
    if (reassignmentDays.orElse(0) < 0 || reassignmentDays.orElse(0) > TEN_YEARS) {
      throw new IllegalArgumentException(
          "contract.reassignmentDays: must be between 0 and " + TEN_YEARS);
    }
  }
}
