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
import dev.reclaim.rules.Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document as values, with the line of each key. A document that is not the first of its file
 * begins with as many empty lines as stand before it.
 */
record Tree(JsonNode root, Lines lines) {

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
          "cannot be read: " + inShort(e.getOriginalMessage()),
          line > 0 ? OptionalInt.of(line) : OptionalInt.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BadPolicy refuse(String path, String reason) {
    return new BadPolicy(path, reason, lines.of(path));
  }

  private static Lines lines(ObjectMapper mapper, String text) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = mapper.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (!token.isStructEnd()) {
          lines.putIfAbsent(
              Paths.ofPointer(parser.getParsingContext().pathAsPointer().toString()),
              parser.currentTokenLocation().getLineNr());
        }
      }
    }
    return new Lines(lines);
  }

  /** Without the excerpts that the parser puts between its words. */
  private static String inShort(String message) {
    return message
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .collect(Collectors.joining(", "));
  }
}
