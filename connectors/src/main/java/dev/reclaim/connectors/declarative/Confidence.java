package dev.reclaim.connectors.declarative;

import java.util.List;

/**
 * How sure the facts of a file are.
 *
 * @param notConfirmed what nobody has seen; it is read before and after
 * @param traps what administrators must know
 * @param sources where the facts are from
 */
record Confidence(
    String level, List<String> notConfirmed, List<String> traps, List<String> sources) {

  static Confidence of(Entry entry) {
    entry.allowOnly("level", "not-confirmed", "traps", "sources");
    Entry level = entry.required("level");
    if (!List.of("high", "medium", "low").contains(level.text())) {
      throw level.refuse("must be high, medium or low");
    }
    entry.required("sources");
    return new Confidence(
        level.text(),
        entry.list("not-confirmed", Entry::text),
        entry.list("traps", Entry::text),
        entry.list("sources", Entry::text));
  }
}
