package dev.reclaim.connectors;

import dev.reclaim.events.ConnectionName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is configured for one connection. Never shows a value, for it may be a secret. */
public final class Settings {

  private final ConnectionName connection;
  private final Map<String, String> values;

  public Settings(ConnectionName connection, Map<String, String> values) {
    this.connection = connection;
    this.values = Map.copyOf(values);
  }

  public ConnectionName connection() {
    return connection;
  }

  public String required(String key) {
    return optional(key).orElseThrow(() -> refuse(key, "is missing"));
  }

  public Optional<String> optional(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
  }

  /** Refuses keys that nobody reads: most often they are misspelt. */
  public void allowOnly(Set<String> keys) {
    for (String key : new TreeSet<>(values.keySet())) {
      if (!keys.contains(key)) {
        throw refuse(key, "is not a setting of this type; known are " + new TreeSet<>(keys));
      }
    }
  }

  /** The refusal of one setting, with its full key. */
  public BadSettings refuse(String key, String problem) {
    return new BadSettings("reclaim.connections." + connection + "." + key, problem);
  }

  @Override
  public String toString() {
    return "Settings[" + connection + " " + new TreeSet<>(values.keySet()) + "]";
  }
}
