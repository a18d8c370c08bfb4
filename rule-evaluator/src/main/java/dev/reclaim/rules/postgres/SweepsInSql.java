package dev.reclaim.rules.postgres;

import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.RunningRule;
import dev.reclaim.rules.Slice;
import dev.reclaim.rules.Sweep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The statements that judge all seats, put together from the queries of the rules. */
final class SweepsInSql {

  private SweepsInSql() {}

  /**
   * Writes what a sweep has to look at more closely in one slice into {@code sweep_seat}, adds what
   * its rules counted to {@code sweep_rule}, and gives the number of seats that were judged.
   *
   * <p>The facts are gathered once for all rules, then each rule is one query over them. A row with
   * {@code proposing} is a seat that a rule proposes now, unless seats of other slices come before
   * it and reach its cap; one without is an ongoing proposal whose reason went away.
   */
  static Fragment find(Sweep.Plan plan, Slice slice, List<RunningRule> rules, PolicyInSql policy) {
    FactsInSql facts = new FactsInSql(plan.asOf(), policy);
    Fragment matches = matches(facts, rules.stream().map(RunningRule::rule).toList());
    return Fragment.of(
        """
        WITH ?,
        ?,
        ?,
        match AS MATERIALIZED (
          ?),
        ?,
        kept AS (
          INSERT INTO sweep_seat
            (sweep, holder, seat, rule, proposing, application, last, held_since)
          SELECT ?::bigint, holder, seat, name, true, application, last, held_since FROM found
          UNION ALL
          SELECT ?::bigint, holder, seat, rule, false, application, last, held_since FROM lost),
        counted AS (
          INSERT INTO sweep_rule AS s (sweep, rule, rule_version, mode, judged, reclaimable,
            not_enough_data, over_cap)
          SELECT ?::bigint, * FROM tally ORDER BY name
          ON CONFLICT (sweep, rule) DO UPDATE SET judged = s.judged + excluded.judged,
            reclaimable = s.reclaimable + excluded.reclaimable,
            not_enough_data = s.not_enough_data + excluded.not_enough_data,
            over_cap = s.over_cap + excluded.over_cap)
        SELECT count(*) FROM fact""",
        facts.tables(new Whose.InSlice(slice)),
        table(plan.asOf(), rules),
        size(rules),
        matches,
        Fragment.joined(",\n", List.of(FRESH, FOUND, LOST, TALLY)),
        plan.number(),
        plan.number(),
        plan.number());
  }

  /**
   * Takes out of {@code sweep_seat} what is over the caps when the finds of all slices lie beside
   * each other, and counts it.
   */
  static Fragment choose(Sweep.Plan plan, List<RunningRule> rules) {
    return Fragment.of(
        """
        WITH ?,
        ?,
        fresh AS (
          SELECT s.holder, s.seat, s.application, s.last, s.held_since, r.name, r.number,
            r.at_most, ? AS at_most_here, true AS capped
          FROM sweep_seat s
          JOIN rule r ON r.name = s.rule AND (r.at_most IS NOT NULL OR r.share IS NOT NULL)
          LEFT JOIN size ON size.application = s.application
          WHERE s.sweep = ? AND s.proposing),
        ?,
        over AS (
          DELETE FROM sweep_seat s USING (
            SELECT holder, seat, name FROM fresh
            EXCEPT SELECT holder, seat, name FROM found) o
          WHERE s.sweep = ? AND s.holder = o.holder AND s.seat = o.seat AND s.rule = o.name
            AND s.proposing
          RETURNING s.rule),
        counted AS (
          UPDATE sweep_rule r SET over_cap = over_cap + o.seats
          FROM (SELECT rule, count(*) AS seats FROM over GROUP BY rule) o
          WHERE r.sweep = ? AND r.rule = o.rule)
        SELECT count(*) FROM over""",
        table(plan.asOf(), rules),
        size(rules),
        AT_MOST_HERE,
        plan.number(),
        FOUND,
        plan.number(),
        plan.number());
  }

  private static Fragment matches(FactsInSql facts, List<Rule> rules) {
    RulesInSql inSql = new RulesInSql(facts);
    List<Fragment> matches = new ArrayList<>();
    matches.add(
        Fragment.of(
            """
            SELECT f.id AS seat, f.holder, f.application, f.last, f.held_since, 0 AS rule,
                false AS holds, false AS ongoing
              FROM fact f WHERE false"""));
    for (int number = 0; number < rules.size(); number++) {
      matches.add(inSql.matches(rules.get(number), number));
    }
    return Fragment.joined("\n  UNION ALL\n  ", matches);
  }

  /** The rules themselves, numbered from 0. */
  private static Fragment table(Instant asOf, List<RunningRule> rules) {
    return Fragment.of(
        """
        rule AS MATERIALIZED (
          SELECT *, (n - 1)::int AS number FROM unnest(
            ?::text[], ?::text[]::int[], ?::text[], ?::text[]::boolean[], ?::text[]::boolean[],
            ?::text[]::bigint[], ?::text[]::numeric[], ?::text[]) WITH ORDINALITY
          AS r (name, version, mode, running, proposing, at_most, share, applications, n))""",
        Sql.column(rules, rule -> rule.rule().name()),
        Sql.column(rules, RunningRule::version),
        Sql.column(rules, rule -> rule.rule().handling().mode()),
        Sql.column(rules, RunningRule::runs),
        Sql.column(rules, rule -> rule.proposesAt(asOf)),
        Sql.column(rules, rule -> rule.atMost().isPresent() ? rule.atMost().getAsLong() : null),
        Sql.column(rules, rule -> rule.rule().pace().caps().share().orElse(null)),
        Sql.column(rules, rule -> joined(rule.rule())));
  }

  /** With commas, which no id has; null for all applications. */
  private static String joined(Rule rule) {
    List<String> names = rule.applications().stream().map(Object::toString).sorted().toList();
    return names.isEmpty() ? null : String.join(",", names);
  }

  /** How many seats each application has in all slices, where a rule may take a share of them. */
  private static Fragment size(List<RunningRule> rules) {
    boolean shares = rules.stream().anyMatch(rule -> rule.rule().pace().caps().share().isPresent());
    return Fragment.of(
        """
        size AS MATERIALIZED (
          SELECT application, count(*) AS seats FROM seat
          WHERE ?::boolean AND (gone_at IS NULL OR last_seen > gone_at) GROUP BY application)""",
        shares);
  }

  private static final Fragment AT_MOST_HERE =
      Fragment.of(
          "CASE WHEN r.share IS NOT NULL THEN greatest(1, floor(r.share * size.seats)) END");

  /** What the rules would propose if nothing were capped. */
  private static final Fragment FRESH =
      Fragment.of(
          """
          fresh AS MATERIALIZED (
            SELECT m.seat, m.holder, m.application, m.last, m.held_since, r.number, r.name,
              CASE WHEN r.share IS NULL THEN r.at_most END AS at_most, ? AS at_most_here,
              r.at_most IS NOT NULL OR r.share IS NOT NULL AS capped
            FROM match m
            JOIN rule r ON r.number = m.rule AND r.proposing
            LEFT JOIN size ON size.application = m.application
            WHERE m.holds AND NOT m.ongoing)""",
          AT_MOST_HERE);

  /** The longest idle go first, as in {@link dev.reclaim.rules.Caps#LONGEST_IDLE_FIRST}. */
  private static final Fragment FOUND =
      Fragment.of(
          """
          found AS MATERIALIZED (
            SELECT seat, holder, application, last, held_since, number, name
            FROM fresh WHERE NOT capped
            UNION ALL
            SELECT seat, holder, application, last, held_since, number, name FROM (
              SELECT *, row_number() OVER (
                PARTITION BY number ORDER BY last NULLS FIRST, held_since, seat) AS place
              FROM (
                SELECT *, NULL::bigint AS place_here FROM fresh WHERE capped AND at_most_here IS NULL
                UNION ALL
                SELECT * FROM (
                  SELECT *, row_number() OVER (
                    PARTITION BY number, application ORDER BY last NULLS FIRST, held_since, seat)
                    AS place_here
                  FROM fresh WHERE at_most_here IS NOT NULL) here
                WHERE place_here <= at_most_here) here) everywhere
            WHERE (place > at_most) IS NOT TRUE)""");

  /** That a seat disappears while its revocation is under way is what was wanted. */
  private static final Fragment LOST =
      Fragment.of(
          """
          lost AS (
            SELECT c.seat, c.rule, f.holder, f.application, f.last, f.held_since FROM candidate c
            JOIN fact f ON f.id = c.seat
            LEFT JOIN (
              SELECT m.seat, r.name FROM match m JOIN rule r ON r.number = m.rule
              WHERE m.holds AND r.mode <> 'OBSERVE') k ON k.seat = c.seat AND k.name = c.rule
            WHERE c.state IN ('open', 'approved')
              AND CASE WHEN f.present
                THEN f.held OR (c.use_cancels AND f.last > c.as_of) IS TRUE OR k.seat IS NULL
                ELSE c.state = 'open' END)""");

  private static final Fragment TALLY =
      Fragment.of(
          """
          judged AS MATERIALIZED (
            SELECT application, count(*) AS seats FROM fact WHERE present GROUP BY application),
          tally AS (
            SELECT r.name, r.version, r.mode,
              (SELECT coalesce(sum(s.seats), 0)
                FROM judged s
                WHERE r.applications IS NULL
                  OR s.application = ANY(string_to_array(r.applications, ','))),
              coalesce(m.reclaimable, 0), coalesce(m.unknown, 0),
              coalesce(a.seats, 0) - coalesce(b.seats, 0)
            FROM rule r
            LEFT JOIN (SELECT number, count(*) AS seats FROM fresh GROUP BY number) a
              ON a.number = r.number
            LEFT JOIN (SELECT number, count(*) AS seats FROM found GROUP BY number) b
              ON b.number = r.number
            LEFT JOIN (
              SELECT rule, count(*) FILTER (WHERE holds) AS reclaimable,
                count(*) FILTER (WHERE NOT holds) AS unknown
              FROM match GROUP BY rule) m ON m.rule = r.number
            WHERE r.running)""");

  /** Which of some seats a rule would take back, as in a sweep: {@code (seat)}. */
  static Fragment reclaimable(
      Rule rule, Collection<SeatId> seats, Instant asOf, PolicyInSql policy) {
    FactsInSql facts = new FactsInSql(asOf, policy);
    Fragment matches = new RulesInSql(facts).matches(rule, 0);
    return Fragment.of(
        "WITH ?\nSELECT seat FROM (?) m WHERE holds AND seat = ANY(?)",
        facts.tables(new Whose.HoldersOf(seats)),
        matches,
        seats);
  }

  /** All seats that rules would take back, with their numbers: {@code (holder, seat, rules)}. */
  static Fragment reclaimable(List<Rule> rules, Instant asOf, PolicyInSql policy) {
    FactsInSql facts = new FactsInSql(asOf, policy);
    Fragment matches = matches(facts, rules);
    return Fragment.of(
        """
        WITH ?
        SELECT holder, seat, array_agg(rule) AS rules FROM (
          ?) m
        WHERE holds GROUP BY holder, seat ORDER BY seat""",
        facts.tables(Whose.EVERYBODY),
        matches);
  }
}
