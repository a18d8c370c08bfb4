package dev.reclaim.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What saving a document changes.
 *
 * @param file where it was written; empty where there is only one document
 * @param isNew nothing of this kind and name stands
 * @param differences to the version that stands
 */
public record Change(
    PolicyId id, Optional<String> file, boolean isNew, List<Difference> differences) {

  public Change {
    differences = List.copyOf(differences);
  }

  static Change of(Optional<PolicyVersion> newest, Written written) {
    Optional<PolicyVersion> standing = newest.filter(version -> !version.retired());
    Map<String, Object> before =
        standing.map(version -> version.document().content()).orElse(Map.of());
    return new Change(
        written.id(),
        written.file(),
        standing.isEmpty(),
        Difference.between(before, written.document().content()));
  }

  boolean nothing() {
    return !isNew && differences.isEmpty();
  }

  /** Whether seats may be judged otherwise, by any rule. */
  boolean touchesAllRules() {
    return switch (id.kind()) {
      case APPLICATION, HOLD -> true;
      case RULE, CAMPAIGN -> false;
    };
  }
}
