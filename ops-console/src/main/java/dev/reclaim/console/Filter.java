package dev.reclaim.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which candidates the list shows.
 *
 * @param states those that are shown; never empty
 * @param application its id; empty for any
 * @param rule its name; empty for any
 * @param text a part of the holder's name, account or id; empty for any
 */
public record Filter(
    Set<CandidateState> states,
    Optional<String> application,
    Optional<String> rule,
    String text,
    Sorting sorting,
    int page) {

  /** How many candidates stand on one page. */
  public static final int PAGE = 50;

  /** More than any reader turns, and far from where a product of numbers overflows. */
  private static final int LAST_PAGE = 1_000_000;

  public Filter {
    states = Set.copyOf(states);
    page = Math.clamp(page, 1, LAST_PAGE);
  }

  /** What the list is sorted by. */
  public enum By {
    HOLDER,
    APPLICATION,
    PRICE,
    STATE,
    DUE,
    CHANGED;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<By> ofSlug(String slug) {
      return Arrays.stream(values()).filter(by -> by.slug().equals(slug)).findFirst();
    }
  }

  /** A column and a direction; {@code -due} in an address is descending. */
  public record Sorting(By by, boolean descending) {

    public static final Sorting NEWEST_FIRST = new Sorting(By.CHANGED, true);

    /** Anything that is no column sorts as {@link #NEWEST_FIRST}. */
    public static Sorting parse(String text) {
      boolean descending = text.startsWith("-");
      return By.ofSlug(descending ? text.substring(1) : text)
          .map(by -> new Sorting(by, descending))
          .orElse(NEWEST_FIRST);
    }

    @Override
    public String toString() {
      return (descending ? "-" : "") + by.slug();
    }
  }
}
