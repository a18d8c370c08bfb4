package dev.reclaim.rules;

import dev.reclaim.events.RuleName;

/** A rule, and which version of it. */
public record VersionedRule(Rule rule, int version) {

  public RuleName name() {
    return rule.name();
  }
}
