package dev.reclaim.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Object ids that are the same in every run. */
final class Ids {

  private Ids() {}

  static String of(String kind, String name) {
    return UUID.nameUUIDFromBytes((kind + " " + name).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
