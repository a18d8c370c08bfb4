package dev.reclaim.connectors;

import java.util.Optional;

/** Brings sorts of systems that are not classes; found through {@link java.util.ServiceLoader}. */
public interface ConnectorCatalog {

  /** The kind of that type, or empty if this catalog does not have it. */
  Optional<ConnectorKind> kind(String type);
}
