package dev.reclaim.rules.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.reclaim.rules.BadPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A document as values, with the line of each key.
 *
 * @param lines by path, as in {@code when.all[0].usedLessThan}
 */
record Tree(JsonNode root, Map<String, Integer> lines) {

  /** YAML may begin with a brace as well; what goes on with a quote is JSON to the end. */
  private static final Pattern JSON_START = Pattern.compile("\\s*\\{\\s*[\"}]");

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(60).maxStringLength(100_000).build();
  private static final ObjectMapper JSON =
      mapper(
          JsonFactory.builder()
              .streamReadConstraints(LIMITS)
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());
  private static final ObjectMapper YAML =
      mapper(
          YAMLFactory.builder()
              .streamReadConstraints(LIMITS)
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  private static ObjectMapper mapper(JsonFactory factory) {
    return new ObjectMapper(factory)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
  }

  /** Reads text that begins like JSON as JSON, and any other as YAML. */
  static Tree of(String text) {
    ObjectMapper mapper = JSON_START.matcher(text).lookingAt() ? JSON : YAML;
    try {
      JsonNode root = mapper.readTree(text);
      if (root == null || !root.isObject()) {
        throw new BadPolicy("body", "is not one document with keys and values");
      }
      return new Tree(root, lines(mapper, text));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new BadPolicy(
          "body",
          "cannot be read: " + firstLine(e.getOriginalMessage()),
          line > 0 ? OptionalInt.of(line) : OptionalInt.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line of a key, or of the nearest key above it that is known. */
  OptionalInt lineOf(String path) {
    for (String at = path; !at.isEmpty(); at = Paths.parent(at)) {
      Integer line = lines.get(at);
      if (line != null) {
        return OptionalInt.of(line);
      }
    }
    return OptionalInt.empty();
  }

  BadPolicy refuse(String path, String reason) {
    return new BadPolicy(path, reason, lineOf(path));
  }

  private static Map<String, Integer> lines(ObjectMapper mapper, String text) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = mapper.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          lines.put(
              Paths.ofPointer(parser.getParsingContext().pathAsPointer().toString()),
              parser.currentTokenLocation().getLineNr());
        }
      }
    }
    return lines;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("it is neither YAML nor JSON");
  }
}
