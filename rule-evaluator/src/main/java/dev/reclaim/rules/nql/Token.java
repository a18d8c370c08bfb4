package dev.reclaim.rules.nql;

/**
 * The smallest part of a query.
 *
 * @param text as it is written; of a quoted text, what stands between the quotes
 */
record Token(Kind kind, String text, int line) {

  enum Kind {
    /** A keyword, or a field such as {@code ad.email_address}. */
    WORD,
    /** Between quotes. */
    TEXT,
    /** A number, with its unit where it has one: {@code 90d}, {@code 5min}, {@code 0}. */
    NUMBER,
    /** A bar, a bracket, a comma or an operator. */
    SIGN,
    END
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
  }
}
