package dev.reclaim.connectors.declarative;

/**
 * A seat comes through a group.
 *
 * @param group as the vendor's administrators know it
 */
record Inherited(Condition when, Template group) {

  static Inherited of(Entry entry) {
    entry.allowOnly("when", "group");
    return new Inherited(
        Condition.of(entry.required("when")), Template.of(entry.required("group")));
  }
}
