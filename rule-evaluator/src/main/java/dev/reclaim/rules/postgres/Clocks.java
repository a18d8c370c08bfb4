package dev.reclaim.rules.postgres;

import dev.reclaim.rules.IdleClock;
import dev.reclaim.rules.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Where windows begin by the clock of each holder: what {@link IdleClock} says of one, for all at
 * once. The last of the tables is {@code clock}, with {@code start_0} and {@code first_0} for the
 * first window, and so on.
 */
final class Clocks {

  private static final int FULL_WEEK = 5;

  private final Instant asOf;
  private final List<Window> windows;

  Clocks(Instant asOf, List<Window> windows) {
    this.asOf = asOf;
    this.windows = windows;
  }

  /** Where a window begins for somebody of whom nothing is known. */
  static Instant plainStart(Instant asOf, Window window) {
    return IdleClock.PLAIN.back(asOf, window).start();
  }

  /** The first day of a window for somebody of whom nothing is known. */
  static LocalDate plainFirstDay(Instant asOf, Window window) {
    return IdleClock.PLAIN.back(asOf, window).firstDay();
  }

  List<Fragment> tables(Whose whose) {
    return List.of(away(whose), base(whose), pause(), clock());
  }

  private Fragment ofEach(IntFunction<Fragment> column) {
    return Fragment.joined("", IntStream.range(0, windows.size()).mapToObj(column).toList());
  }

  /** Leaves up to now, in microseconds, each with the sum of those that are newer. */
  private Fragment away(Whose whose) {
    return Fragment.of(
        """
        away AS MATERIALIZED (
          SELECT holder, until, length,
            sum(length) OVER (PARTITION BY holder ORDER BY begins DESC) - length AS newer
          FROM (
            SELECT holder, begins, least(ends, ?::timestamptz) AS until,
              (extract(epoch FROM least(ends, ?::timestamptz) - begins) * 1000000)::bigint AS length
            FROM holder_leave WHERE begins < ?::timestamptz AND ?) l)""",
        asOf,
        asOf,
        asOf,
        whose.has(Fragment.of("holder")));
  }

  /** Windows stretched for part-timers. */
  private Fragment base(Whose whose) {
    return Fragment.of(
        "base AS MATERIALIZED (SELECT id, time_zone?\n  FROM holder WHERE ?)",
        ofEach(
            n ->
                Fragment.of(
                    """
                    ,
                      CASE cardinality(working_days)
                        WHEN 1 THEN ?::timestamptz WHEN 2 THEN ?::timestamptz
                        WHEN 3 THEN ?::timestamptz WHEN 4 THEN ?::timestamptz
                        ELSE ?::timestamptz END AS ?""",
                    workingDays(1, n),
                    workingDays(2, n),
                    workingDays(3, n),
                    workingDays(4, n),
                    workingDays(FULL_WEEK, n),
                    Fragment.numbered("base", n))),
        whose.has(Fragment.of("id")));
  }

  private Instant workingDays(int days, int window) {
    Set<DayOfWeek> working = Set.copyOf(List.of(DayOfWeek.values()).subList(0, days));
    return new IdleClock(ZoneOffset.UTC, working, List.of())
        .back(asOf, windows.get(window))
        .start();
  }

  /** How long each window stands still: the leaves that it meets count whole. */
  private Fragment pause() {
    return Fragment.of(
        """
        pause AS MATERIALIZED (
          SELECT a.holder? FROM away a JOIN base b ON b.id = a.holder GROUP BY a.holder)""",
        ofEach(
            n ->
                Fragment.of(
                    """
                    ,
                      sum(a.length) FILTER (
                        WHERE a.until > b.? - a.newer * interval '1 microsecond') AS ?""",
                    Fragment.numbered("base", n),
                    Fragment.numbered("pause", n))));
  }

  private Fragment clock() {
    return Fragment.of(
        """
        clock AS MATERIALIZED (
          SELECT holder?
          FROM (SELECT b.id AS holder, b.time_zone?
            FROM base b LEFT JOIN pause p ON p.holder = b.id) c)""",
        ofEach(
            n ->
                Fragment.of(
                    """
                    , ?,
                      (date_trunc('day', ? AT TIME ZONE time_zone) AT TIME ZONE time_zone
                        AT TIME ZONE 'UTC')::date AS ?""",
                    Fragment.numbered("start", n),
                    Fragment.numbered("start", n),
                    Fragment.numbered("first", n))),
        ofEach(
            n ->
                Fragment.of(
                    ", b.? - coalesce(p.?, 0) * interval '1 microsecond' AS ?",
                    Fragment.numbered("base", n),
                    Fragment.numbered("pause", n),
                    Fragment.numbered("start", n))));
  }
}
