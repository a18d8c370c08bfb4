package dev.reclaim.connectors;

import java.util.Optional;

/** What a look at an account shows. */
public sealed interface AccountLook {

  /**
   * Exactly one account goes by that label.
   *
   * @param name where it is now, as the vendor spells it: the distinguished name in a directory
   * @param enabled whether its owner may sign in
   * @param protectedBecause why nothing may be taken from it, as a sentence; empty if it may
   */
  record Found(AccountId id, String name, boolean enabled, Optional<String> protectedBecause)
      implements AccountLook {

    public Found {
      Must.bePresent("account.id", id);
      Must.beText("account.name", name);
    }
  }

  /** No account goes by that label. That does not prove that it never had a seat. */
  record NotFound() implements AccountLook {}

  /** More than one account goes by that label, so it names none. */
  record Ambiguous(int count) implements AccountLook {}

  /** The system did not answer the question; nothing is known. */
  record CannotTell(String why) implements AccountLook {}
}
