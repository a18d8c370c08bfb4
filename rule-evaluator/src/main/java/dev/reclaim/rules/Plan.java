package dev.reclaim.rules;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What applying some documents does.
 *
 * @param asOf the moment at which seats were judged
 * @param changes the documents that say something new
 * @param unchanged how many say what stands already
 * @param effects by rule, those that may find other seats than before
 */
public record Plan(Instant asOf, List<Change> changes, int unchanged, List<Effect> effects) {

  public Plan {
    changes = List.copyOf(changes);
    effects = List.copyOf(effects);
  }

  /** The seats that become candidates of a rule, each once. */
  public Tally found() {
    return inAll(Effect::found);
  }

  /** The seats that cease to be candidates of a rule, each once. */
  public Tally lost() {
    return inAll(Effect::lost);
  }

  private Tally inAll(Function<Effect, Tally> which) {
    return Tally.of(effects.stream().map(which).flatMap(tally -> tally.seats().stream()).toList());
  }
}
