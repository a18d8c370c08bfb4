package dev.reclaim.connectors.declarative;

/** A connector file says something that cannot be meant. The message names file, line and key. */
public final class BadConnectorFile extends IllegalArgumentException {

  BadConnectorFile(String file, int line, String key, String problem) {
    super("%s:%d: %s: %s".formatted(file, line, key, problem));
  }
}
