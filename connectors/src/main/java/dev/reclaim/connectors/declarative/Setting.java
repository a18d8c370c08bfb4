package dev.reclaim.connectors.declarative;

import java.util.List;
import java.util.Optional;

/**
 * A key of a connection.
 *
 * @param about for whom configures it
 * @param secret never shown
 * @param otherwise its value if nobody sets it
 * @param onlyWith the way to sign in that needs it; needed always if empty
 * @param oneOf the values that it may have; any if empty
 */
record Setting(
    String name,
    String about,
    boolean secret,
    boolean optional,
    Optional<String> otherwise,
    Optional<String> onlyWith,
    List<String> oneOf) {

  static Setting of(Entry entry) {
    entry.allowOnly("about", "secret", "optional", "otherwise", "only-with", "one-of");
    return new Setting(
        entry.key(),
        entry.required("about").text(),
        entry.optional("secret", Entry::yes).orElse(false),
        entry.optional("optional", Entry::yes).orElse(false),
        entry.optional("otherwise", Entry::text),
        entry.optional("only-with", Entry::text),
        entry.list("one-of", Entry::text));
  }

  boolean allows(String value) {
    return oneOf.isEmpty() || oneOf.contains(value);
  }
}
