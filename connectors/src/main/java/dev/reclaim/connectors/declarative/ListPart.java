package dev.reclaim.connectors.declarative;

import java.util.Optional;

/** How all seats are listed. */
record ListPart(RowsPart rows, Optional<Inherited> inherited, Optional<Moment> assigned) {

  static ListPart of(Entry entry) {
    entry.allowOnly(
        "before", "over", "read", "rows", "keep", "account", "names", "inherited", "assigned");
    return new ListPart(
        RowsPart.of(entry),
        entry.optional("inherited", Inherited::of),
        entry.optional("assigned", Moment::of));
  }
}
