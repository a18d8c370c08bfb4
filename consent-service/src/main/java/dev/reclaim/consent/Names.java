package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.Identifier;

/** Who goes by which name. */
final class Names {

  private Names() {}

  static boolean answersTo(Holder person, String login) {
    return person.identifiers().stream()
        .map(Identifier::normalised)
        .anyMatch(Identifier.normalise(login)::equals);
  }
}
