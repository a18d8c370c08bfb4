package dev.reclaim.connectors.declarative;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an account is found and what its fields mean; the account found is known as {@code user}.
 *
 * @param quoted which characters of a label stand differently in {@code {quoted}}
 * @param refuses characters that no label holds; one that does is nobody's
 * @param guard reads what {@code protections} need
 */
record AccountPart(
    Map<String, String> quoted,
    String refuses,
    Finding finding,
    Fields fields,
    List<Move> guard,
    List<Protection> protections) {

  /**
   * How it is found.
   *
   * @param find by the label in {@code {account}}
   * @param again by the vendor's id in {@code {id}}
   * @param matches what must hold of the account found, since vendors find more than was asked for
   */
  record Finding(List<Move> find, Condition matches, List<Move> again) {}

  /**
   * What its fields mean.
   *
   * @param gone the proof, if it is one that nothing answers to the id any more
   */
  record Fields(Template id, Template name, Condition enabled, Optional<Template> gone) {}

  /** Nothing may be taken from it when this holds. */
  record Protection(Condition when, Template because) {

    static Protection of(Entry entry) {
      entry.allowOnly("when", "because");
      return new Protection(
          Condition.of(entry.required("when")), Template.of(entry.required("because")));
    }
  }

  static AccountPart of(Entry entry) {
    entry.allowOnly(
        "quoted",
        "refuses",
        "find",
        "matches",
        "again",
        "id",
        "name",
        "enabled",
        "gone",
        "guard",
        "protected");
    entry.required("find");
    entry.required("again");
    return new AccountPart(
        entry.map("quoted", Entry::text),
        entry.optional("refuses", Entry::text).orElse(""),
        new Finding(
            entry.list("find", Move::of),
            Condition.of(entry.required("matches")),
            entry.list("again", Move::of)),
        new Fields(
            Template.of(entry.required("id")),
            Template.of(entry.required("name")),
            Condition.of(entry.required("enabled")),
            entry.optional("gone", Template::of)),
        entry.list("guard", Move::of),
        entry.list("protected", Protection::of));
  }

  /** A label as it stands between quotation marks of the vendor's query language. */
  String quote(String label) {
    StringBuilder out = new StringBuilder();
    label
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(one -> out.append(quoted.getOrDefault(one, one)));
    return out.toString();
  }

  boolean refuses(String label) {
    return label.chars().anyMatch(c -> c < ' ' || refuses.indexOf(c) >= 0);
  }
}
