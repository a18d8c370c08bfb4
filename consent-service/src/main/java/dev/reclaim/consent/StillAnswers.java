package dev.reclaim.consent;

import dev.reclaim.consent.Decision.Moved;
import java.util.Optional;

/**
 * Whether the one who was asked still answers for the holder. The owner of a non-human one may
 * change or leave while they are asked: then the silence of the one before says nothing.
 */
final class StillAnswers {

  private static final String ANOTHER =
      "Somebody else answers for the holder now, and is asked afresh.";

  private final Road road;
  private final Circumstances around;

  StillAnswers(Road road, Circumstances around) {
    this.road = road;
    this.around = around;
  }

  /** What follows when they do not. */
  Optional<Moved> otherwise(AwaitingUser state) {
    if (around.nobodyAnswers()) {
      return Optional.of(road.nobodyToAsk(state::nobodyToAsk));
    }
    boolean same = around.asked().filter(it -> it.id().equals(state.asked())).isPresent();
    return same ? Optional.empty() : Optional.of(road.askHolder(state.askAgain(ANOTHER), ANOTHER));
  }

  /** What follows when they do not; what was said before is not taken back by another owner. */
  Optional<Moved> otherwise(AwaitingApproval state) {
    if (around.nobodyAnswers()) {
      return Optional.of(road.nobodyToAsk(state::nobodyToAsk));
    }
    boolean same =
        state
            .holderPrompt()
            .filter(_ -> state.restsOnSilence())
            .flatMap(prompt -> around.asked().map(it -> state.file().wasAsked(it.id(), prompt)))
            .orElse(true);
    return same ? Optional.empty() : Optional.of(road.askHolder(state.askAgain(ANOTHER), ANOTHER));
  }
}
