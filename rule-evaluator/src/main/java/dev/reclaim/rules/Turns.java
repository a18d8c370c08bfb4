package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whose turn it is in a sweep, and how much each rule may find. */
public final class Turns {

  private final Policies policies;
  private final RuleRuns runs;

  public Turns(Policies policies, RuleRuns runs) {
    this.policies = policies;
    this.runs = runs;
  }

  Set<RuleName> of(Predicate<VersionedRule> wanted) {
    return policies.rules().stream()
        .filter(wanted)
        .map(VersionedRule::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the timetable of a rule lets it run by itself. */
  boolean isDue(VersionedRule rule, Instant asOf) {
    return rule.rule().pace().timetable().isEmpty()
        || rule.rule().pace().dueAt(asOf, lastTurn(rule, asOf));
  }

  private Instant lastTurn(VersionedRule rule, Instant asOf) {
    return runs.last(rule.name())
        .map(RuleRun::asOf)
        .or(
            () ->
                policies
                    .find(rule.rule().policyId(), OptionalInt.of(rule.version()))
                    .map(PolicyVersion::at))
        .orElse(asOf);
  }

  /** All rules that stand, as they take part in a sweep. */
  List<RunningRule> in(Sweep.Plan plan) {
    return policies.rules().stream()
        .map(rule -> new RunningRule(rule, plan.running().contains(rule.name()), atMost(rule)))
        .toList();
  }

  private OptionalLong atMost(VersionedRule rule) {
    Caps caps = rule.rule().pace().caps();
    if (caps.perRun().isEmpty() && caps.coldStart().isEmpty()) {
      return OptionalLong.empty();
    }
    long limit = caps.inRun(runs.proposing(rule.name()));
    return limit == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(limit);
  }
}
