package dev.reclaim.connectors;

import dev.reclaim.events.ConnectionName;
import java.util.Collection;

/** Somebody asked for a connection that nobody configured. */
public final class UnknownConnection extends IllegalArgumentException {

  UnknownConnection(ConnectionName asked, Collection<ConnectionName> known) {
    super(
        "connection: '%s' is not configured; configured are: %s"
            .formatted(asked, known.isEmpty() ? "none" : known));
  }
}
