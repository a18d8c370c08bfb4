package dev.reclaim.rules;

import java.util.OptionalInt;

/** A policy document says something that it may not. The message begins with the key. */
public final class BadPolicy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String reason;
  private final int line;

  /**
   * @param key the path of the key, as in {@code when.all[0].usedLessThan.within}
   */
  public BadPolicy(String key, String reason) {
    this(key, reason, OptionalInt.empty());
  }

  public BadPolicy(String key, String reason, OptionalInt line) {
    super(key + ": " + reason);
    this.key = key;
    this.reason = reason;
    this.line = line.orElse(0);
  }

  public String key() {
    return key;
  }

  public String reason() {
    return reason;
  }

  /** The line of the document, 1 is the first; empty when the parser could not tell. */
  public OptionalInt line() {
    return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
  }
}
