package dev.reclaim.connectors;

/**
 * What a step does to the holder.
 *
 * @param loss what the holder loses and when, as a sentence
 * @param canBeUndone whether the earlier state can be put back in full
 */
public record Effect(String loss, boolean canBeUndone) {

  public Effect {
    Must.beText("effect.loss", loss);
  }
}
