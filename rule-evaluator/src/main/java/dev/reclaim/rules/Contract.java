package dev.reclaim.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

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

  /**
   * When fewer seats make a smaller bill.
   *
   * @param from the first such day
   * @param noticeBy the last day on which notice can be given, where it is needed
   */
  public record SmallerBill(LocalDate from, Optional<LocalDate> noticeBy) {}

  public Contract {
    if (renewalNotice.isPresent() && ends.isEmpty()) {
      throw new IllegalArgumentException("contract.ends: is missing; a notice counts back from it");
    }
    if (reassignmentDays.orElse(0) < 0 || reassignmentDays.orElse(0) > TEN_YEARS) {
      throw new IllegalArgumentException(
          "contract.reassignmentDays: must be between 0 and " + TEN_YEARS);
    }
  }

  /**
   * When seats that are freed today make the next bill smaller: in the true-down, or after the end
   * of the contract, whichever comes first; empty when the contract names no such day any more.
   */
  public Optional<SmallerBill> smallerBill(LocalDate today) {
    Optional<SmallerBill> inTrueDown =
        trueDown
            .filter(window -> !today.isAfter(window.closes()))
            .map(window -> new SmallerBill(later(today, window.opens()), Optional.empty()));
    return Stream.concat(inTrueDown.stream(), afterTheEnd(today).stream())
        .min(Comparator.comparing(SmallerBill::from));
  }

  private Optional<SmallerBill> afterTheEnd(LocalDate today) {
    Optional<LocalDate> noticeBy =
        ends.flatMap(day -> renewalNotice.map(notice -> day.minusDays(notice.length().toDays())));
    boolean tooLate = noticeBy.filter(today::isAfter).isPresent();
    return ends.filter(day -> !today.isAfter(day) && !tooLate)
        .map(day -> new SmallerBill(day.plusDays(1), noticeBy));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
