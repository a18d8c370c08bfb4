package dev.reclaim.rules.postgres;

import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.RunningRule;
import dev.reclaim.rules.Sweep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The statements that judge all seats, put together from the queries of the rules. */
final class SweepsInSql {

  private SweepsInSql() {}

  /**
   * Writes what a sweep has to look at more closely into {@code sweep_seat}, what its rules counted
   * into {@code sweep_rule}, and gives the number of seats that were judged.
   *
   * <p>The facts are gathered once for all rules, then each rule is one query over them. A row with
   * {@code proposing} is a seat that a rule proposes now; one without is an ongoing proposal whose
   * reason went away.
   */
  static Fragment find(Sweep.Plan plan, List<RunningRule> rules, PolicyInSql policy) {
    FactsInSql facts = new FactsInSql(plan.asOf(), policy);
    Fragment matches = matches(facts, rules.stream().map(RunningRule::rule).toList());
    return Fragment.of(
        """
        WITH ?,
        ?,
        match AS MATERIALIZED (
          ?),
        ?,
        kept AS (
          INSERT INTO sweep_seat (sweep, seat, rule, proposing)
          SELECT ?::bigint, seat, name, true FROM found
          UNION ALL
          SELECT ?::bigint, seat, rule, false FROM lost),
        counted AS (
          INSERT INTO sweep_rule (sweep, rule, rule_version, mode, judged, reclaimable,
            not_enough_data, over_cap)
          SELECT ?::bigint, * FROM tally)
        SELECT count(*) FROM fact""",
        facts.tables(Optional.empty()),
        table(plan.asOf(), rules),
        matches,
        Fragment.joined(",\n", List.of(SIZE, FRESH, FOUND, LOST, TALLY)),
        plan.number(),
        plan.number(),
        plan.number());
  }

  private static Fragment matches(FactsInSql facts, List<Rule> rules) {
    RulesInSql inSql = new RulesInSql(facts);
    List<Fragment> matches = new ArrayList<>();
    matches.add(
        Fragment.of(
            """
            SELECT f.id AS seat, f.application, f.last, f.held_since, 0 AS rule, false AS holds
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

  private static final Fragment SIZE =
      Fragment.of(
          """
          size AS MATERIALIZED (
            SELECT application, count(*) FILTER (WHERE present) AS seats
            FROM fact GROUP BY application)""");

  /** What the rules would propose if nothing were capped. */
  private static final Fragment FRESH =
      Fragment.of(
          """
          fresh AS MATERIALIZED (
            SELECT m.seat, m.application, m.last, m.held_since, r.number, r.name, r.at_most,
              CASE WHEN r.share IS NOT NULL THEN greatest(1, floor(r.share * s.seats)) END
                AS at_most_here,
              r.at_most IS NOT NULL OR r.share IS NOT NULL AS capped
            FROM match m
            JOIN rule r ON r.number = m.rule AND r.proposing
            JOIN size s ON s.application = m.application
            WHERE m.holds AND NOT EXISTS (
              SELECT FROM candidate c
              WHERE c.seat = m.seat AND c.rule = r.name AND c.state IN ('open', 'approved')))""");

  /** The longest idle go first, as in {@link dev.reclaim.rules.Caps#LONGEST_IDLE_FIRST}. */
  private static final Fragment FOUND =
      Fragment.of(
          """
          found AS MATERIALIZED (
            SELECT seat, number, name FROM fresh WHERE NOT capped
            UNION ALL
            SELECT seat, number, name FROM (
              SELECT *, row_number() OVER (
                PARTITION BY number ORDER BY last NULLS FIRST, held_since, seat) AS place
              FROM (
                SELECT *, row_number() OVER (
                  PARTITION BY number, application ORDER BY last NULLS FIRST, held_since, seat)
                  AS place_here
                FROM fresh WHERE capped) here
              WHERE (place_here > at_most_here) IS NOT TRUE) everywhere
            WHERE (place > at_most) IS NOT TRUE)""");

  /** That a seat disappears while its revocation is under way is what was wanted. */
  private static final Fragment LOST =
      Fragment.of(
          """
          lost AS (
            SELECT c.seat, c.rule FROM candidate c
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
          tally AS (
            SELECT r.name, r.version, r.mode,
              (SELECT coalesce(sum(s.seats), 0) FROM size s
                WHERE r.applications IS NULL
                  OR s.application = ANY(string_to_array(r.applications, ','))),
              coalesce(m.reclaimable, 0), coalesce(m.unknown, 0),
              (SELECT count(*) FROM fresh f WHERE f.number = r.number)
                - (SELECT count(*) FROM found f WHERE f.number = r.number)
            FROM rule r
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
        facts.tables(Optional.of(seats)),
        matches,
        seats);
  }

  /** All seats that rules would take back, with their numbers: {@code (seat, rules)}. */
  static Fragment reclaimable(List<Rule> rules, Instant asOf, PolicyInSql policy) {
    FactsInSql facts = new FactsInSql(asOf, policy);
    Fragment matches = matches(facts, rules);
    return Fragment.of(
        """
        WITH ?
        SELECT seat, array_agg(rule) AS rules FROM (
          ?) m
        WHERE holds GROUP BY seat ORDER BY seat""",
        facts.tables(Optional.empty()),
        matches);
  }
}
