package dev.reclaim.connectors.declarative;

/** A list that was read before, and the name under which each of its items is known. */
record Over(Lookup in, String as) {

  static Over of(Entry entry) {
    entry.allowOnly("in", "as");
    return new Over(Condition.lookup(entry.required("in")), entry.required("as").text());
  }
}
