package dev.reclaim.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What saving or retiring a document changes.
 *
 * @param file where it was written; empty where there is only one document
 * @param kind whether it comes, differs or goes
 * @param differences to the version that stands; none when it goes
 */
public record Change(PolicyId id, Optional<String> file, Kind kind, List<Difference> differences) {

  /** What becomes of the document. */
  public enum Kind {
    /** Nothing of this kind and name stood. */
    NEW,
    CHANGED,
    RETIRED
  }

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
        standing.isEmpty() ? Kind.NEW : Kind.CHANGED,
        Difference.between(before, written.document().content()));
  }

  static Change retiring(PolicyId id) {
    return new Change(id, Optional.empty(), Kind.RETIRED, List.of());
  }

  boolean nothing() {
    return kind == Kind.CHANGED && differences.isEmpty();
  }

  /** Whether seats may be judged otherwise, by any rule. */
  boolean touchesAllRules() {
    return switch (id.kind()) {
      case APPLICATION, HOLD -> true;
      case RULE, CAMPAIGN -> false;
    };
  }
}
