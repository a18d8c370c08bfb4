package dev.reclaim.rules.nql;

import java.util.List;
import java.util.Optional;

/**
 * A query as it is written.
 *
 * @param table what it is a query of
 * @param past how far back; empty for always
 */
record Query(Token table, Optional<Token> past, List<Clause> clauses) {

  /** What stands behind a bar. */
  sealed interface Clause {

    /** {@code where field == value}; several that are joined by {@code and} are one clause each. */
    record Where(Token field, Token operator, Token value) implements Clause {}

    /** {@code include table during past 90d}. */
    record Include(Token table, Optional<Token> past) implements Clause {}

    /** {@code compute name = field.function()}. */
    record Compute(Token name, Token from) implements Clause {}
  }
}
