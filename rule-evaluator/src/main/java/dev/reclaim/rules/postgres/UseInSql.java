package dev.reclaim.rules.postgres;

import dev.reclaim.rules.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Use, added up once for all rules: per holder and application as {@code used}, and per holder as
 * {@code latest}. Sums exist for the windows that somebody asked for.
 */
final class UseInSql {

  /** What is added up inside a window. */
  enum Sum {
    /** Measured seconds. */
    SECONDS,
    /** How often it was opened. */
    OPENS,
    /** Whether it was opened for nobody knows how long. */
    UNMEASURED,
    /** On how many days it was used. */
    DAYS,
    /** What was used, day by day; only of applications with a cheaper tier. */
    FEATURES,
    /** Whether a day does not say what was used. */
    FEATURES_UNKNOWN
  }

  private record Column(Sum sum, Window window) {}

  private final Instant asOf;
  private final Set<Window> windows = new LinkedHashSet<>();
  private final Set<Column> columns = new LinkedHashSet<>();
  private boolean latest;

  UseInSql(Instant asOf) {
    this.asOf = asOf;
  }

  int number(Window window) {
    windows.add(window);
    return List.copyOf(windows).indexOf(window);
  }

  /** The column of {@code used} with this sum. */
  Fragment sum(Sum sum, Window window) {
    columns.add(new Column(sum, window));
    return name(sum, window);
  }

  private Fragment name(Sum sum, Window window) {
    int number = number(window);
    return switch (sum) {
      case SECONDS -> Fragment.numbered("seconds", number);
      case OPENS -> Fragment.numbered("opens", number);
      case UNMEASURED -> Fragment.numbered("unmeasured", number);
      case DAYS -> Fragment.numbered("days", number);
      case FEATURES -> Fragment.numbered("features", number);
      case FEATURES_UNKNOWN -> Fragment.numbered("features_unknown", number);
    };
  }

  /** Whoever asks for this finds the last uses in {@code latest}. */
  void askForLatest() {
    latest = true;
  }

  boolean asksForLatest() {
    return latest;
  }

  boolean hasClocks() {
    return !windows.isEmpty();
  }

  /** The tables of a {@code WITH}. */
  List<Fragment> tables(Whose whose) {
    List<Fragment> tables = new ArrayList<>();
    if (hasClocks()) {
      tables.addAll(new Clocks(asOf, List.copyOf(windows)).tables(whose));
    }
    tables.add(used(whose));
    if (latest) {
      tables.add(latest());
    }
    return tables;
  }

  private Fragment used(Whose whose) {
    return Fragment.of(
        """
        used AS MATERIALIZED (
          SELECT u.holder, u.application, max(u.last_use) AS last, max(u.day) AS last_day?
          FROM usage_day u?
          WHERE u.opens > 0 AND u.day <= ?::date AND ?
          GROUP BY u.holder, u.application)""",
        Fragment.joined("", columns.stream().map(this::summed).toList()),
        columns.isEmpty() ? Fragment.NOTHING : CLOCK_OF_USE,
        today(),
        whose.has(Fragment.of("u.holder")));
  }

  private static final Fragment CLOCK_OF_USE =
      Fragment.of(" LEFT JOIN clock c ON c.holder = u.holder");

  private Fragment summed(Column column) {
    Fragment inside = inside(column.window());
    Fragment what =
        switch (column.sum()) {
          case SECONDS -> Fragment.of("sum(u.seconds) FILTER (WHERE ?)", inside);
          case OPENS -> Fragment.of("sum(u.opens) FILTER (WHERE ?)", inside);
          case UNMEASURED -> Fragment.of("bool_or(u.unmeasured > 0) FILTER (WHERE ?)", inside);
          case DAYS -> Fragment.of("count(*) FILTER (WHERE ?)", inside);
          case FEATURES ->
              Fragment.of(
                  """
                  all_of(array_remove(u.features, NULL)) FILTER (
                        WHERE u.features IS NOT NULL AND ?
                          AND u.application IN (SELECT application FROM cheaper))""",
                  inside);
          case FEATURES_UNKNOWN ->
              Fragment.of("bool_or(u.features IS NULL) FILTER (WHERE ?)", inside);
        };
    return Fragment.of(",\n    ? AS ?", what, name(column.sum(), column.window()));
  }

  private Fragment inside(Window window) {
    return Fragment.of(
        "u.day >= coalesce(c.?, ?::date)",
        Fragment.numbered("first", number(window)),
        Clocks.plainFirstDay(asOf, window));
  }

  /**
   * Of each holder, an application that was used last, when that was, and the last use of any other
   * one.
   */
  private static Fragment latest() {
    return Fragment.of(
        """
        latest AS MATERIALIZED (
          SELECT u.holder, max(u.application) FILTER (WHERE u.last = m.last) AS application,
            max(u.last) AS last,
            CASE WHEN count(*) FILTER (WHERE u.last = m.last) > 1 THEN max(u.last)
              ELSE max(u.last) FILTER (WHERE u.last < m.last) END AS last_of_others
          FROM used u
          JOIN (SELECT holder, max(last) AS last FROM used GROUP BY holder) m ON m.holder = u.holder
          GROUP BY u.holder)""");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
  }
}
