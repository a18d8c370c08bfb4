package dev.reclaim.rules.postgres;

import dev.reclaim.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** A rule as one query over all facts: the gates above every rule, its own, and its condition. */
final class RulesInSql {

  private final FactsInSql facts;
  private final ConditionsInSql conditions;

  RulesInSql(FactsInSql facts) {
    this.facts = facts;
    this.conditions = new ConditionsInSql(facts);
  }

  /**
   * The seats that the rule would take back, and those of which nobody can tell, as {@code (seat,
   * application, last, held_since, rule, holds)}.
   *
   * @param number stands for the rule
   */
  Fragment matches(Rule rule, int number) {
    Answer answer = conditions.of(rule.when());
    return Fragment.of(
        """
        SELECT f.id AS seat, f.application, f.last, f.held_since, ?::int AS rule,
            ? IS TRUE AS holds
          FROM fact f WHERE ? AND ?""",
        number,
        answer.holds(),
        open(rule, facts),
        answer.open());
  }

  /** Every seat with what the rule says of it, as {@code (seat, application, tier, value)}. */
  Fragment verdicts(Rule rule) {
    return Fragment.of(
        "SELECT f.id AS seat, f.application, f.tier, ? AS value FROM fact f", value(rule));
  }

  /** What the rule says of a seat, as a number of {@link Answer}. */
  Fragment value(Rule rule) {
    return Fragment.of(
        "CASE WHEN ? THEN ? ELSE 1 END", open(rule, facts), conditions.of(rule.when()).value());
  }

  /** Whether nothing but the condition decides. */
  private static Fragment open(Rule rule, FactsInSql facts) {
    List<Fragment> gates = new ArrayList<>();
    gates.add(Fragment.of("f.open"));
    if (!rule.applications().isEmpty()) {
      gates.add(Fragment.of("f.application = ANY(?)", rule.applications()));
    }
    gates.add(notResting(rule, facts));
    return Fragment.joined(" AND ", gates);
  }

  /** It was neither kept nor used since the rule last found it, or that is long enough ago. */
  private static Fragment notResting(Rule rule, FactsInSql facts) {
    return Fragment.of(
        """
        NOT EXISTS (
            SELECT FROM candidate c
            WHERE c.seat = f.id AND c.rule = ? AND c.ended_at > ?::timestamptz
              AND (c.state, c.how) IN
                (('closed', 'SKIPPED'), ('closed', 'CANCELED'), ('withdrawn', 'USED')))""",
        rule.name().value(),
        facts.before(rule.pace().rest()));
  }
}
