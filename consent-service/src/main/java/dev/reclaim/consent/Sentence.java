package dev.reclaim.consent;

import java.util.Optional;

/**
 * Something to be read.
 *
 * @param lang its language, where that is not the reader's
 */
public record Sentence(String text, Optional<String> lang) {

  public static Sentence ours(String text) {
    return new Sentence(text, Optional.empty());
  }

  /** The text alone. */
  @Override
  public String toString() {
    return text;
  }
}
