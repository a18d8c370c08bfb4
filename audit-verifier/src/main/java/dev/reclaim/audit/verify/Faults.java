package dev.reclaim.audit.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the first pass found.
 *
 * @param entriesSuspect some bundle or hash did not fit what was witnessed or what it should be
 * @param gaveUp so much is missing that the rest was not read
 * @param rewritten hash tiles that do not say what the entries say
 * @param root the root of the entries as they are served
 * @param sentences what else is wrong
 */
record Faults(
    boolean entriesSuspect,
    boolean gaveUp,
    Set<Tower.Rewritten> rewritten,
    Hash root,
    List<String> sentences) {

  Faults {
    rewritten = Set.copyOf(rewritten);
    sentences = List.copyOf(sentences);
  }

  boolean none() {
    return !entriesSuspect && rewritten.isEmpty() && sentences.isEmpty();
  }

  /** The same with one more sentence in front. */
  Faults because(String sentence) {
    List<String> more = new ArrayList<>(List.of(sentence));
    more.addAll(sentences);
    return new Faults(entriesSuspect, gaveUp, rewritten, root, more);
  }
}
