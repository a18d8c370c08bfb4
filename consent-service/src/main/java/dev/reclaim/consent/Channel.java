package dev.reclaim.consent;

/** A way by which a message reaches its reader. */
public enum Channel {
  MAIL,
  TEAMS,
  SLACK,
  /** A signed webhook, for whatever else an organisation reaches its people by. */
  WEBHOOK
}
