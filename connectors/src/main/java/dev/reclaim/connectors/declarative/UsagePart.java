package dev.reclaim.connectors.declarative;

import java.util.Optional;

/**
 * Where use is seen.
 *
 * @param seconds how long, if the vendor says so
 */
record UsagePart(RowsPart rows, Moment at, Optional<Template> seconds) {

  static UsagePart of(Entry entry) {
    entry.allowOnly("before", "over", "read", "rows", "keep", "account", "names", "at", "seconds");
    return new UsagePart(
        RowsPart.of(entry),
        Moment.of(entry.required("at")),
        entry.optional("seconds", Template::of));
  }
}
