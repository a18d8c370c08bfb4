package dev.reclaim.connectors;

/** A connection is configured wrongly. The message begins with the key and holds no value of it. */
public final class BadSettings extends IllegalArgumentException {

  public BadSettings(String key, String problem) {
    super(key + ": " + problem);
  }
}
