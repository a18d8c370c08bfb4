package dev.reclaim.connectors.declarative;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of a listing, each known as {@code item}.
 *
 * @param before what is read first
 * @param over once for each item of this list, which was read before
 * @param request gives the rows
 * @param keep the rows that count
 */
record RowsPart(
    List<Move> before,
    Optional<Over> over,
    String request,
    Condition keep,
    Template account,
    Map<String, Template> names) {

  static RowsPart of(Entry entry) {
    return new RowsPart(
        entry.list("before", Move::of),
        entry.optional("over", Over::of),
        entry.required("read").text(),
        entry.optional("keep", Condition::of).orElse(new Condition.All(List.of())),
        Template.of(entry.required("account")),
        entry.map("names", Template::of));
  }
}
