package dev.reclaim.connectors;

import java.time.Duration;
import java.util.Optional;

/**
 * What a step does to the holder.
 *
 * @param loss what the holder loses and when, as a sentence
 * @param canBeUndone whether the earlier state can be put back in full
 * @param undoWithin for how long the vendor lets it be put back; empty for ever
 */
public record Effect(String loss, boolean canBeUndone, Optional<Duration> undoWithin) {

  public Effect {
    Must.beText("effect.loss", loss);
    Must.bePresent("effect.undoWithin", undoWithin);
  }

  public Effect(String loss, boolean canBeUndone) {
    this(loss, canBeUndone, Optional.empty());
  }
}
