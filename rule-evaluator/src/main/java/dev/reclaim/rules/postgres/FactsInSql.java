package dev.reclaim.rules.postgres;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.reclaim.rules.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts of many seats as one table of a statement, {@code fact f}, with a row per seat that is
 * there or has an ongoing proposal. Conditions ask for the columns that they look at; what nobody
 * asks for is not gathered.
 */
final class FactsInSql {

  private final Instant asOf;
  private final PolicyInSql policy;
  private final UseInSql use;
  private final Set<Fragment> columns = new LinkedHashSet<>();
  private final Set<Window> overlaps = new LinkedHashSet<>();

  FactsInSql(Instant asOf, PolicyInSql policy) {
    this.asOf = asOf;
    this.policy = policy;
    this.use = new UseInSql(asOf);
  }

  Instant asOf() {
    return asOf;
  }

  /** Where a window begins that no clock of a holder stretches. */
  Instant before(Window window) {
    return window.before(asOf);
  }

  /** Where a window begins by the clock of the seat's holder. */
  Fragment start(Window window) {
    Fragment name = Fragment.numbered("start", use.number(window));
    return column(
        Fragment.of("coalesce(c.?, ?::timestamptz)", name, Clocks.plainStart(asOf, window)), name);
  }

  /** The first day of a window by the clock of the seat's holder. */
  Fragment firstDay(Window window) {
    Fragment name = Fragment.numbered("first", use.number(window));
    return column(
        Fragment.of("coalesce(c.?, ?::date)", name, Clocks.plainFirstDay(asOf, window)), name);
  }

  /** The last day with use; null when there is none. */
  Fragment lastDay() {
    return column(Fragment.of("u.last_day"), Fragment.of("last_day"));
  }

  Fragment seconds(Window window) {
    return number(UseInSql.Sum.SECONDS, window);
  }

  Fragment opens(Window window) {
    return number(UseInSql.Sum.OPENS, window);
  }

  private Fragment number(UseInSql.Sum sum, Window window) {
    Fragment name = use.sum(sum, window);
    return column(Fragment.of("coalesce(u.?, 0)", name), name);
  }

  Fragment unmeasured(Window window) {
    Fragment name = use.sum(UseInSql.Sum.UNMEASURED, window);
    return column(Fragment.of("coalesce(u.?, false)", name), name);
  }

  /** The last use of anything else; null when none was ever seen. */
  Fragment lastElsewhere() {
    use.askForLatest();
    return column(
        Fragment.of(
            "CASE WHEN l.application <> s.application THEN l.last ELSE l.last_of_others END"),
        Fragment.of("last_elsewhere"));
  }

  /** Since when anything else is covered. */
  Fragment othersSince() {
    return column(Fragment.of("cv.others_since"), Fragment.of("others_since"));
  }

  /** Since when a source measures every use of the seat's application. */
  Fragment measuredSince() {
    return column(Fragment.of("cv.measured_since"), Fragment.of("measured_since"));
  }

  /** A column of the table {@code holder}; null when HR never named the holder. */
  Fragment ofHolder(@CompileTimeConstant final String name) {
    return column(Fragment.of("h.?", Fragment.of(name)), Fragment.of(name));
  }

  /** Whether a leave of the seat's holder lasts. */
  Fragment resting() {
    return column(Fragment.of("resting.holder IS NOT NULL"), Fragment.of("resting"));
  }

  /** A column of the table {@code seat}. */
  Fragment ofSeat(@CompileTimeConstant final String name) {
    return column(Fragment.of("s.?", Fragment.of(name)), Fragment.of(name));
  }

  /** A column of the terms; null when no policy defines the application. */
  Fragment ofTerms(@CompileTimeConstant final String name) {
    return column(Fragment.of("t.?", Fragment.of(name)), Fragment.of(name));
  }

  /** The features used inside a window, of applications with a cheaper tier. */
  Fragment features(Window window) {
    Fragment name = use.sum(UseInSql.Sum.FEATURES, window);
    return column(Fragment.of("coalesce(u.?, '{}')", name), name);
  }

  /** Whether a day inside the window does not say with which features it was used. */
  Fragment featuresUnknown(Window window) {
    Fragment name = use.sum(UseInSql.Sum.FEATURES_UNKNOWN, window);
    return column(Fragment.of("coalesce(u.?, false)", name), name);
  }

  /** The table of seats with a rival: {@code (seat, preferred, unknown)}. */
  Fragment overlap(Window window) {
    overlaps.add(window);
    start(window);
    number(UseInSql.Sum.DAYS, window);
    seconds(window);
    return Fragment.numbered("overlap", use.number(window));
  }

  private Fragment column(Fragment value, Fragment name) {
    columns.add(Fragment.of(", ? AS ?", value, name));
    return Fragment.of("f.?", name);
  }

  /** The tables of a {@code WITH}, among them {@code fact}. */
  Fragment tables(Whose whose) {
    List<Fragment> tables = new ArrayList<>(policy.tables(asOf));
    tables.addAll(use.tables(whose));
    tables.add(held(whose));
    tables.add(resting(whose));
    tables.add(past(whose));
    tables.add(facts(whose));
    overlaps.forEach(window -> tables.add(overlapping(window)));
    return Fragment.joined(",\n", tables);
  }

  private Fragment held(Whose whose) {
    return Fragment.of(
        """
        held AS MATERIALIZED (
          SELECT DISTINCT seat FROM seat_hold
          WHERE (until IS NULL OR until > ?::timestamptz) AND ?)""",
        asOf,
        whose.has(Fragment.of("holder")));
  }

  /** Holders whose leave lasts, whatever HR has announced for later. */
  private Fragment resting(Whose whose) {
    return Fragment.of(
        """
        resting AS MATERIALIZED (
          SELECT DISTINCT holder FROM holder_leave
          WHERE begins <= ?::timestamptz AND ends > ?::timestamptz AND ?)""",
        asOf,
        asOf,
        whose.has(Fragment.of("holder")));
  }

  /**
   * What became of earlier proposals, seat by seat: the newest finding that was completed, the
   * rules with an ongoing one, since when which rules let it rest, and until when all about use do.
   */
  private Fragment past(Whose whose) {
    return Fragment.of(
        """
        past AS MATERIALIZED (
          SELECT seat, max(completed) AS completed,
            array_agg(rule) FILTER (WHERE ongoing) AS ongoing,
            jsonb_object_agg(rule, rested) FILTER (WHERE rested IS NOT NULL) AS rested,
            max(kept_until) AS kept_until
          FROM (
            SELECT seat, rule, bool_or(state IN ('open', 'approved')) AS ongoing,
              max(as_of) FILTER (WHERE state = 'closed' AND how = 'COMPLETE') AS completed,
              max(ended_at) FILTER (WHERE (state, how) IN
                (('closed', 'SKIPPED'), ('closed', 'CANCELED'), ('withdrawn', 'USED'))) AS rested,
              max(kept_until) FILTER (WHERE state = 'closed') AS kept_until
            FROM candidate WHERE ? GROUP BY seat, rule) c
          GROUP BY seat)""",
        switch (whose) {
          case Whose.HoldersOf(var seats) -> Fragment.of("seat = ANY(?)", seats);
          case Whose.Everybody _, Whose.InSlice _ -> Fragment.of("true");
        });
  }

  /** What nobody knows by name cannot be covered: its use cannot be told. */
  private Fragment facts(Whose whose) {
    return Fragment.of(
        """
        fact AS MATERIALIZED (
          SELECT s.id, s.holder, s.application, s.tier, s.present, s.held_since, s.first_seen_only,
            u.last, CASE WHEN NOT s.unmatched THEN cv.since END AS covered_since,
            held.seat IS NOT NULL AS held,
            t.application IS NOT NULL AND s.present AND held.seat IS NULL
              AND (past.completed IS NULL OR s.gone_at >= past.completed)
              AND resting.holder IS NULL
              AND (h.status = 'ON_LEAVE' AND h.since <= ?::timestamptz) IS NOT TRUE AS open,
            past.ongoing, past.rested, past.kept_until?
          FROM (?) s
          LEFT JOIN term t ON t.application = s.application AND t.tier = s.tier
          LEFT JOIN covering cv ON cv.application = s.application
          LEFT JOIN holder h ON h.id = s.holder
          LEFT JOIN used u ON u.holder = s.holder AND u.application = s.application
          LEFT JOIN held ON held.seat = s.id
          LEFT JOIN resting ON resting.holder = s.holder
          LEFT JOIN past ON past.seat = s.id?)""",
        asOf,
        Fragment.joined("", List.copyOf(columns)),
        seats(whose.has(Fragment.of("holder"))),
        joins());
  }

  private Fragment joins() {
    List<Fragment> joins = new ArrayList<>();
    if (use.hasClocks()) {
      joins.add(Fragment.of("\n  LEFT JOIN clock c ON c.holder = s.holder"));
    }
    if (use.asksForLatest()) {
      joins.add(Fragment.of("\n  LEFT JOIN latest l ON l.holder = s.holder"));
    }
    return Fragment.joined("", joins);
  }

  private static Fragment seats(Fragment where) {
    return Fragment.of(
        """
        SELECT *,
            CASE WHEN restored_at >= given THEN restored_at ELSE given END AS held_since,
            assigned IS NULL AND (restored_at >= given) IS NOT TRUE AS first_seen_only,
            starts_with(holder, 'acc-') AS unmatched
          FROM (
            SELECT *, coalesce(assigned, first_seen) AS given FROM (
              SELECT *, gone_at IS NULL OR last_seen > gone_at AS present,
                CASE WHEN gone_at IS NULL OR assigned_said_at > gone_at THEN assigned_at END
                  AS assigned
              FROM seat WHERE ?) s
            WHERE present OR EXISTS (
              SELECT FROM candidate c WHERE c.seat = s.id AND c.state IN ('open', 'approved'))) s""",
        where);
  }

  private Fragment overlapping(Window window) {
    int number = use.number(window);
    Fragment days = Fragment.numbered("days", number);
    Fragment seconds = Fragment.numbered("seconds", number);
    return Fragment.of(
        """
        ? AS MATERIALIZED (
          SELECT seat, bool_or(known AND more) AS preferred, bool_or(NOT known) AS unknown
          FROM (
            SELECT a.id AS seat, (cv.since <= a.?) IS TRUE AS known,
              (b.?, b.?) > (a.?, a.?) OR ((b.?, b.?) = (a.?, a.?) AND a.id > b.id) AS more
            FROM fact a
            JOIN rival r ON r.application = a.application
            JOIN fact b ON b.holder = a.holder AND b.application = r.other AND b.present
            LEFT JOIN covering cv ON cv.application = b.application) pair
          GROUP BY seat)""",
        Fragment.numbered("overlap", number),
        Fragment.numbered("start", number),
        days,
        seconds,
        days,
        seconds,
        days,
        seconds,
        days,
        seconds);
  }
}
