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
    DAYS
  }

  private record Column(Sum sum, Window window) {}

  private final Instant asOf;
  private final Set<Window> windows = new LinkedHashSet<>();
  private final Set<Column> columns = new LinkedHashSet<>();
  private final Set<Window> features = new LinkedHashSet<>();
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
    };
  }

  /** The table with the features that were used inside a window. */
  Fragment features(Window window) {
    features.add(window);
    return Fragment.numbered("feature", number(window));
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

  /** The tables that have the features, with the columns {@code used} and {@code unknown}. */
  List<Fragment> featureTables() {
    return features.stream().map(window -> Fragment.numbered("feature", number(window))).toList();
  }

  /**
   * The tables of a {@code WITH}.
   *
   * @param ofHolders which holders' use {@code u} is looked at, as {@code AND …}
   */
  List<Fragment> tables(Fragment ofHolders) {
    List<Fragment> tables = new ArrayList<>();
    if (hasClocks()) {
      tables.addAll(new Clocks(asOf, List.copyOf(windows)).tables());
    }
    tables.add(used(ofHolders));
    if (latest) {
      tables.add(latest());
    }
    features.forEach(window -> tables.add(featuresInside(window, ofHolders)));
    return tables;
  }

  private Fragment used(Fragment ofHolders) {
    return Fragment.of(
        """
        used AS MATERIALIZED (
          SELECT u.holder, u.application, max(u.last_use) AS last, max(u.day) AS last_day?
          FROM usage_day u?
          WHERE u.opens > 0 AND u.day <= ?::date?
          GROUP BY u.holder, u.application)""",
        Fragment.joined("", columns.stream().map(this::summed).toList()),
        columns.isEmpty() ? Fragment.NOTHING : CLOCK_OF_USE,
        today(),
        ofHolders);
  }

  private static final Fragment CLOCK_OF_USE =
      Fragment.of(" LEFT JOIN clock c ON c.holder = u.holder");

  private Fragment summed(Column column) {
    Fragment what =
        switch (column.sum()) {
          case SECONDS -> Fragment.of("sum(u.seconds)");
          case OPENS -> Fragment.of("sum(u.opens)");
          case UNMEASURED -> Fragment.of("bool_or(u.unmeasured > 0)");
          case DAYS -> Fragment.of("count(*)");
        };
    return Fragment.of(
        ",\n    ? FILTER (WHERE ?) AS ?",
        what,
        inside(column.window()),
        name(column.sum(), column.window()));
  }

  private Fragment inside(Window window) {
    return Fragment.of(
        "u.day >= coalesce(c.?, ?::date)",
        Fragment.numbered("first", number(window)),
        Clocks.plainFirstDay(asOf, window));
  }

  /** Of each holder, the application used last, and the last use of any other one. */
  private static Fragment latest() {
    return Fragment.of(
        """
        latest AS MATERIALIZED (
          SELECT holder, (array_agg(application ORDER BY last DESC))[1] AS application,
            (array_agg(last ORDER BY last DESC))[1:2] AS last
          FROM used GROUP BY holder)""");
  }

  private Fragment featuresInside(Window window, Fragment ofHolders) {
    return Fragment.of(
        """
        ? AS MATERIALIZED (
          SELECT u.holder, u.application, bool_or(u.features IS NULL) AS unknown,
            array_agg(DISTINCT x.feature) FILTER (WHERE x.feature IS NOT NULL) AS used
          FROM usage_day u? LEFT JOIN LATERAL unnest(u.features) AS x (feature) ON true
          WHERE u.opens > 0 AND u.day <= ?::date AND ?
            AND u.application IN (SELECT application FROM cheaper)?
          GROUP BY u.holder, u.application)""",
        Fragment.numbered("feature", number(window)),
        CLOCK_OF_USE,
        today(),
        inside(window),
        ofHolders);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
  }
}
