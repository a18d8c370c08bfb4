package dev.reclaim.sandbox.directory;

import java.time.Instant;

/**
 * Something that really changed: a request that changed nothing is none.
 *
 * @param entry the group or account that changed
 * @param member who was taken out or put in; empty for an account
 * @param by the login that did it
 */
public record Effect(Kind kind, String entry, String member, String by, Instant at) {

  /** What changed. */
  public enum Kind {
    MEMBER_REMOVED,
    MEMBER_ADDED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED
  }
}
