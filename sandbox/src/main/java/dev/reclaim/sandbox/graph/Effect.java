package dev.reclaim.sandbox.graph;

import java.time.Instant;

/**
 * Something that really changed.
 *
 * @param account the user's principal name at that moment
 * @param object the sku, group or application; the account once more where there is none
 */
public record Effect(Kind kind, String account, String object, Instant at) {

  /** What changed, and whether it was taken or given. */
  public enum Kind {
    LICENCE_REMOVED(true),
    LICENCE_ADDED(false),
    MEMBER_REMOVED(true),
    MEMBER_ADDED(false),
    ASSIGNMENT_REMOVED(true),
    ASSIGNMENT_ADDED(false),
    ACCOUNT_DISABLED(true),
    ACCOUNT_ENABLED(false),
    SESSIONS_ENDED(true),
    /** Nothing that Reclaim does should ever cause it. */
    USER_DELETED(true);

    private final boolean taking;

    Kind(boolean taking) {
      this.taking = taking;
    }

    public boolean taking() {
      return taking;
    }
  }
}
