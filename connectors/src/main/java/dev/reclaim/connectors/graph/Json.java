package dev.reclaim.connectors.graph;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import java.io.IOException;
import java.util.Map;

/** Reads small objects that the SDK has no model for. */
final class Json {

  private Json() {}

  /** Empty for what is no JSON object. */
  static Map<String, Object> read(String json) {
    try (JsonReader reader = JsonProviders.createReader(json)) {
      Map<String, Object> object = reader.readMap(JsonReader::readUntyped);
      return object == null ? Map.of() : object;
    } catch (IOException | IllegalStateException e) {
      return Map.of();
    }
  }
}
