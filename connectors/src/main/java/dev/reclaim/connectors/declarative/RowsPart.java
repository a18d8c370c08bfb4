package dev.reclaim.connectors.declarative;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of a listing, each known as {@code item}.
 *
 * @param before what is read first
 * @param over once for each item of this list, which was read before
 * @param keep the rows that count
 * @param account what the holder is called; the first that is meant counts
 */
record RowsPart(
    List<Move> before,
    Optional<Over> over,
    From from,
    Condition keep,
    List<Called> account,
    Map<String, Template> names) {

  /** Where the rows come from. */
  sealed interface From {

    /** A request gives them. */
    record Asked(String request) implements From {}

    /** They were read before. */
    record Known(Lookup list) implements From {}
  }

  /** A name, and when it is the one that is meant. */
  record Called(Template name, Condition when) {

    static Called of(Entry entry) {
      if (!entry.isMapping()) {
        return new Called(Template.of(entry), new Condition.All(List.of()));
      }
      entry.allowOnly("is", "when");
      return new Called(Template.of(entry.required("is")), Condition.of(entry.required("when")));
    }
  }

  static RowsPart of(Entry entry) {
    entry.required("account");
    return new RowsPart(
        entry.list("before", Move::of),
        entry.optional("over", Over::of),
        from(entry),
        entry.optional("keep", Condition::of).orElse(new Condition.All(List.of())),
        entry.list("account", Called::of),
        entry.map("names", Template::of));
  }

  private static From from(Entry entry) {
    if (entry.optional("rows").isEmpty()) {
      return new From.Asked(entry.required("read").text());
    }
    if (entry.optional("read").isPresent()) {
      throw entry.refuse("may have rows or read, not both");
    }
    return new From.Known(Condition.lookup(entry.required("rows")));
  }

  /**
   * What the holder of a row is called.
   *
   * @throws Template.Unfilled if the row names nobody
   */
  String account(Scope row) {
    return account.stream()
        .filter(called -> called.when().holds(row))
        .findFirst()
        .orElseGet(account::getLast)
        .name()
        .fill(row);
  }
}
