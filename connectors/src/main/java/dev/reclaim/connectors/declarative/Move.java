package dev.reclaim.connectors.declarative;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One move of a flow. There are four, and each may be tied to a condition. */
sealed interface Move {

  Condition when();

  /**
   * Reads, and keeps the answer under a name.
   *
   * @param pick of a list, the one item for which this holds; no item is no value
   * @param keep of a list, the items for which this holds
   * @param over once for each item of that list; the answers, where there are any, make a list
   */
  record Read(
      String request,
      String as,
      Optional<Condition> pick,
      Optional<Condition> keep,
      Optional<Over> over,
      Condition when)
      implements Move {

    static Read of(Entry entry, Condition when) {
      return new Read(
          entry.required("read").text(),
          entry.required("as").text(),
          entry.optional("pick", Condition::of),
          entry.optional("keep", Condition::of),
          entry.optional("over", Over::of),
          when);
    }
  }

  /** Changes something. */
  record Change(String request, Condition when) implements Move {}

  /** Does the same for each item of a list. */
  record ForEach(Lookup in, String as, List<Move> moves, Condition when) implements Move {}

  /** Ends the flow here. */
  record Stop(Why why, Condition when) implements Move {}

  /** Why a flow ends. */
  sealed interface Why {

    record Cannot(Template why, Template whatToDo) implements Why {}

    record Later(Duration after, Template why) implements Why {}

    record Failed(Template why, Template whatToDo) implements Why {}
  }

  static Move of(Entry entry) {
    Condition when = entry.optional("when", Condition::of).orElse(new Condition.All(List.of()));
    if (entry.optional("read").isPresent()) {
      entry.allowOnly("read", "as", "pick", "keep", "over", "when");
      return Read.of(entry, when);
    }
    if (entry.optional("change").isPresent()) {
      entry.allowOnly("change", "when");
      return new Change(entry.required("change").text(), when);
    }
    if (entry.optional("for-each").isPresent()) {
      entry.allowOnly("for-each", "as", "do", "when");
      return new ForEach(
          Condition.lookup(entry.required("for-each")),
          entry.required("as").text(),
          entry.list("do", Move::of),
          when);
    }
    if (entry.optional("stop").isPresent()) {
      entry.allowOnly("stop", "when");
      return new Stop(why(entry.required("stop")), when);
    }
    throw entry.refuse("does nothing: it needs read, change, for-each or stop");
  }

  private static Why why(Entry entry) {
    entry.allowOnly("cannot", "later", "failed", "why", "do");
    if (entry.optional("later").isPresent()) {
      return new Why.Later(Length.of(entry.required("later")), Template.of(entry.required("why")));
    }
    if (entry.optional("cannot").isPresent()) {
      return new Why.Cannot(
          Template.of(entry.required("cannot")), Template.of(entry.required("do")));
    }
    return new Why.Failed(Template.of(entry.required("failed")), Template.of(entry.required("do")));
  }
}
