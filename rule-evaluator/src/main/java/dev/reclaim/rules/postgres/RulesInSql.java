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
   * holder, application, last, held_since, rule, holds, ongoing)}.
   *
   * @param number stands for the rule
   */
  Fragment matches(Rule rule, int number) {
    Answer answer = conditions.of(rule.when());
    return Fragment.of(
        """
        SELECT f.id AS seat, f.holder, f.application, f.last, f.held_since, ?::int AS rule,
            ? IS TRUE AS holds, (? = ANY(f.ongoing)) IS TRUE AS ongoing
          FROM fact f WHERE ? AND ?""",
        number,
        answer.holds(),
        rule.name().value(),
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
    if (rule.handling().useCancels()) {
      gates.add(notKept(facts));
    }
    return Fragment.joined(" AND ", gates);
  }

  /** Nobody was promised that it would be left alone by now, whichever rule had asked. */
  private static Fragment notKept(FactsInSql facts) {
    return Fragment.of("(f.kept_until > ?::timestamptz) IS NOT TRUE", facts.asOf());
  }

  /** It was neither kept nor used since the rule last found it, or that is long enough ago. */
  private static Fragment notResting(Rule rule, FactsInSql facts) {
    return Fragment.of(
        "((f.rested ->> ?)::timestamptz > ?::timestamptz) IS NOT TRUE",
        rule.name().value(),
        facts.before(rule.pace().rest()));
  }
}
