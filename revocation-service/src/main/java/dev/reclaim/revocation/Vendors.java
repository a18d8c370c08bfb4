package dev.reclaim.revocation;

import dev.reclaim.events.ConnectionName;

/** The outside systems behind the configured connections. */
@FunctionalInterface
public interface Vendors {

  /** One that answers to everything what is wrong, if nobody configured that connection. */
  Vendor behind(ConnectionName connection);
}
