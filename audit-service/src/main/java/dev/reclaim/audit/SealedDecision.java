package dev.reclaim.audit;

import java.util.List;
import java.util.Optional;

/**
 * All that the log says about one candidate, with proofs that it does. Whoever has the log's public
 * key can check it without asking anybody.
 *
 * @param checkpoint the signed note that the proofs lead to
 * @param key the public key, for comparison only: a checker must know it from elsewhere
 */
public record SealedDecision(
    String candidate, String checkpoint, String key, List<SealedEntry> entries) {

  /**
   * One entry.
   *
   * @param entry its canonical text, of which the log holds the hash
   * @param data the event's data, when it was too large for the entry
   * @param proof hashes in base64, from the entry's side up to the root
   */
  public record SealedEntry(
      long position, String entry, Optional<String> data, List<String> proof) {}

  public SealedDecision {
    entries = List.copyOf(entries);
  }
}
