package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import java.util.List;
import java.util.Optional;

/** The runs of all rules; each sweep adds those that it finished. */
public interface RuleRuns {

  /** The newest first. */
  List<RuleRun> of(RuleName rule, int atMost);

  /** The newest run, whatever its mode. */
  default Optional<RuleRun> last(RuleName rule) {
    return of(rule, 1).stream().findFirst();
  }

  /** How many runs there were that did not only observe. */
  long proposing(RuleName rule);
}
