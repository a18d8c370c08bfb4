package dev.reclaim.rules.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.reclaim.rules.PolicyKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The published JSON Schemas, and what a document does against them. */
final class Schemas {

  /** The records check these themselves, and say more clearly what is wrong. */
  private static final Set<String> CHECKED_LATER = Set.of("pattern", "minimum", "maximum");

  /** A misspelt key is missing as well; the misspelling is what the writer wants to hear of. */
  private static final Comparator<ValidationMessage> UNKNOWN_KEYS_FIRST =
      Comparator.comparing(message -> !message.getType().equals("additionalProperties"));

  private final Map<PolicyKind, String> texts = new EnumMap<>(PolicyKind.class);
  private final Map<PolicyKind, JsonSchema> parsed = new EnumMap<>(PolicyKind.class);

  Schemas() {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    for (PolicyKind kind : PolicyKind.values()) {
      String text = resource("/schemas/policy/" + kind.word() + ".json");
      texts.put(kind, text);
      parsed.put(kind, factory.getSchema(text, config));
    }
  }

  String text(PolicyKind kind) {
    return texts.get(kind);
  }

  /** Refuses a document whose shape is wrong, naming the first key that is. */
  void check(PolicyKind kind, Tree tree) {
    parsed.get(kind).validate(tree.root()).stream()
        .filter(message -> !CHECKED_LATER.contains(message.getType()))
        .min(UNKNOWN_KEYS_FIRST.thenComparing(Schemas::pathOf))
        .ifPresent(
            message -> {
              throw tree.refuse(pathOf(message), reason(message));
            });
  }

  private static String pathOf(ValidationMessage message) {
    String at = Paths.ofPointer(message.getInstanceLocation().toString());
    return message.getProperty() == null ? at : Paths.child(at, message.getProperty());
  }

  private static String reason(ValidationMessage message) {
    JsonNode wanted = message.getSchemaNode();
    return switch (message.getType()) {
      case "additionalProperties" -> "is an unknown key";
      case "required" -> "is missing";
      case "type" -> "must be " + typeWords(wanted);
      case "enum" -> "must be one of " + listed(wanted);
      case "const" -> "must be " + wanted.asText();
      case "minLength", "minItems" -> "is empty";
      case "uniqueItems" -> "says something twice";
      case "minProperties" -> "says nothing";
      case "maxProperties" -> "must have exactly one key; join several with all, any or not";
      default -> message.getMessage();
    };
  }

  private static String listed(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String typeWords(JsonNode wanted) {
    return wanted.isTextual()
        ? typeWord(wanted.asText())
        : StreamSupport.stream(wanted.spliterator(), false)
            .map(type -> typeWord(type.asText()))
            .collect(Collectors.joining(" or "));
  }

  private static String typeWord(String type) {
    return switch (type) {
      case "string" -> "a text";
      case "object" -> "an object";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      default -> "a " + type;
    };
  }

  private static String resource(String name) {
    try (InputStream stream = Schemas.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
