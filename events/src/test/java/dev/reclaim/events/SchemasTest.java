package dev.reclaim.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The published JSON Schemas are what the records say. With {@code -Dreclaim.update=true} the files
 * are written instead of compared.
 */
class SchemasTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SchemaGenerator generator = generator();

  @TestFactory
  Stream<DynamicTest> everyRecordHasItsSchema() {
    return new TreeMap<>(EventTypes.all())
        .entrySet().stream()
            .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> compare(entry)));
  }

  @Test
  void noSchemaIsLeftOver() throws IOException {
    // given
    var expected =
        EventTypes.all().keySet().stream().map(type -> type + ".json").collect(Collectors.toSet());

    // when
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      var present = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());

      // then
      assertThat(present).isEqualTo(expected);
    }
  }

  private void compare(Map.Entry<String, Class<? extends Event>> entry) throws IOException {
    ObjectNode schema = JSON.createObjectNode();
    JsonNode generated = generator.generateSchema(entry.getValue());
    schema.put("$schema", generated.get("$schema").asText());
    schema.put("$id", "https://reclaim.dev/schemas/" + entry.getKey() + ".json");
    schema.put("title", entry.getValue().getSimpleName());
    schema.setAll((ObjectNode) generated);
    String text =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema).replace("\r\n", "\n")
            + "\n";
    Path file = SCHEMAS.resolve(entry.getKey() + ".json");
    if (Boolean.getBoolean("reclaim.update")) {
      Files.writeString(file, text);
    }
    assertThat(file).exists().hasContent(text);
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY,
                    JacksonOption.RESPECT_JSONPROPERTY_REQUIRED))
            .with(Option.FLATTENED_OPTIONALS, Option.INLINE_ALL_SCHEMAS)
            .with(Option.SCHEMA_VERSION_INDICATOR);
    config.forFields().withRequiredCheck(SchemasTest::isRequired);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              Class<?> erased = type.getErasedType();
              return isWrittenAsText(erased)
                  ? new CustomDefinition(
                      context.getGeneratorConfig().createObjectNode().put("type", "string"), true)
                  : null;
            });
    config.with(Option.EXTRA_OPEN_API_FORMAT_VALUES);
    return new SchemaGenerator(config.build());
  }

  /** Ids and the JDK's own value types are texts on the wire. */
  private static boolean isWrittenAsText(Class<?> type) {
    boolean id =
        type.isRecord()
            && type.getRecordComponents().length == 1
            && type.getRecordComponents()[0].getType() == String.class
            && type.getRecordComponents()[0].getName().equals("value");
    return id || type == ZoneId.class || type == Locale.class || type == Currency.class;
  }

  /** What outside senders may leave out is Optional or a collection; the rest is required. */
  private static boolean isRequired(FieldScope field) {
    Class<?> type = field.getType() == null ? Object.class : field.getType().getErasedType();
    boolean mayBeMissing =
        Optional.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type);
    boolean hasDefault =
        field.getDeclaringType().getErasedType() == InboxEvent.HolderReported.class
            && (field.getName().equals("kind") || field.getName().equals("name"));
    return !mayBeMissing && !hasDefault;
  }
}
