package dev.reclaim.rules;

/** Understands policy documents. */
public interface ReadsPolicy {

  /**
   * Reads one document.
   *
   * @param kind what it must be
   * @param text YAML or JSON
   * @throws BadPolicy naming the key, and the line where the parser knows it
   */
  PolicyDocument read(PolicyKind kind, String text);

  /** The JSON Schema of a kind. */
  String schema(PolicyKind kind);
}
