package dev.reclaim.connectors;

/**
 * One sort of system that can be connected; found through {@link java.util.ServiceLoader}, so
 * another jar may bring its own.
 */
public interface ConnectorKind {

  /** As written in {@code type}. */
  String type();

  /**
   * Makes a connector from settings without talking to the system.
   *
   * @throws BadSettings if one is missing or wrong; the message begins with its key
   */
  Connector open(Settings settings);
}
