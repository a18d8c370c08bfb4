package dev.reclaim.rules;

import java.util.List;

/** Understands policy documents. */
public interface ReadsPolicy {

  /**
   * Reads one document.
   *
   * @param kind what it must be
   * @param text YAML or JSON
   * @throws BadPolicy naming the key, and the line where the parser knows it
   */
  Written readOne(PolicyKind kind, String text);

  /** Reads all documents of some files; each says its kind itself. */
  ReadPolicies readAll(List<PolicyText> files);

  /** The JSON Schema of a kind. */
  String schema(PolicyKind kind);

  /** As {@link #readOne}, wherever it stands. */
  default PolicyDocument read(PolicyKind kind, String text) {
    return readOne(kind, text).document();
  }
}
