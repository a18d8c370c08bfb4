package dev.reclaim.usage.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.http.Problems;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.usage.Utf8;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A request body in one of the three content modes of the CloudEvents HTTP protocol binding, 1.0.2.
 */
final class EventBody {

  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";
  private static final String PREFIX = "ce-";

  private EventBody() {}

  /**
   * The type of a body, in lower case. A charset beside it says nothing about JSON (RFC 8259): the
   * bytes must be UTF-8 either way.
   */
  static String typeOf(HttpHeaders headers) {
    String sent = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (sent == null || sent.isBlank()) {
      return "";
    }
    MediaType type = parsed(sent);
    return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
  }

  private static MediaType parsed(String sent) {
    try {
      return MediaType.valueOf(sent);
    } catch (IllegalArgumentException e) {
      throw Problems.badField("Content-Type", "is not a media type");
    }
  }

  static boolean isBinary(HttpHeaders headers) {
    return headers.getHeaderString("ce-specversion") != null;
  }

  /** Brings a binary event into the structured form. */
  static JsonNode binary(byte[] body, HttpHeaders headers) {
    ObjectNode event = EventCodec.json().createObjectNode();
    headers
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String lowerCase = name.toLowerCase(Locale.ROOT);
              if (lowerCase.startsWith(PREFIX)) {
                event.put(
                    lowerCase.substring(PREFIX.length()), decoded(lowerCase, values.getFirst()));
              }
            });
    String type = typeOf(headers);
    if (!type.isEmpty() && !type.equals(MediaType.APPLICATION_JSON) && !type.endsWith("+json")) {
      throw Problems.badField("datacontenttype", "must be JSON, not " + type);
    }
    event.put("datacontenttype", MediaType.APPLICATION_JSON);
    if (body.length > 0) {
      event.set("data", json("data", body));
    }
    return event;
  }

  /**
   * Reads JSON.
   *
   * @param what the field that a refusal names
   */
  static JsonNode json(String what, byte[] body) {
    try {
      Utf8.refuseWideCharacters(what, body);
      JsonNode node = EventCodec.json().readTree(Utf8.strictly(what, body));
      if (node == null || node.isMissingNode()) {
        throw Problems.badField(what, "is empty");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw Problems.badField(
          what,
          "is not JSON: line %d, column %d: %s"
              .formatted(
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()));
    } catch (IllegalArgumentException e) {
      throw Problems.badField(e.getMessage());
    }
  }

  /** Header values are percent-encoded. */
  private static String decoded(String header, String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problems.badField(header, "is not percent-encoded UTF-8");
    }
  }

  /** What a problem says besides its field. */
  static Map<String, ?> refusals(EventsAnswer answer) {
    return Map.of("field", answer.rejected().getFirst().field(), "rejected", answer.rejected());
  }
}
