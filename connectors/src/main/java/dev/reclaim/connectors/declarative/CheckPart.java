package dev.reclaim.connectors.declarative;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a check of the connection tries, by reading only.
 *
 * @param when it is tried at all
 * @param holds what must be so afterwards
 * @param proves the sentence if it is
 * @param missing what is missing if it is not
 */
record CheckPart(
    Move.Read read, Condition when, Condition holds, Template proves, Optional<Lack> missing) {

  /** What is missing and what to do. */
  record Lack(Template what, Template whatToDo) {}

  static CheckPart of(Entry entry) {
    entry.allowOnly("read", "as", "pick", "keep", "when", "holds", "proves", "missing", "do");
    return new CheckPart(
        Move.Read.of(entry, new Condition.All(List.of())),
        entry.optional("when", Condition::of).orElse(new Condition.All(List.of())),
        entry.optional("holds", Condition::of).orElse(new Condition.All(List.of())),
        Template.of(entry.required("proves")),
        entry.optional(
            "missing",
            missing -> new Lack(Template.of(missing), Template.of(entry.required("do")))));
  }
}
