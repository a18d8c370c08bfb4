package dev.reclaim.consent.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A press of a button, as Slack tells it: a form with one field, {@code payload}, that holds JSON.
 *
 * @param link names a question, and nothing more
 * @param answerTo where a word to the one who pressed goes
 */
record Interaction(String link, String answerTo) {

  /** The only action there is: to open the page. */
  static final String OPEN = "open-question";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIELD = "payload=";

  /** Empty for whatever is none of ours. */
  static Optional<Interaction> in(byte[] form) {
    for (String field : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
      if (field.startsWith(FIELD)) {
        return payload(field.substring(FIELD.length())).flatMap(Interaction::of);
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> payload(String encoded) {
    try {
      return Optional.ofNullable(JSON.readTree(URLDecoder.decode(encoded, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Interaction> of(JsonNode payload) {
    JsonNode action = payload.path("actions").path(0);
    String link = action.path("value").asText();
    return payload.path("type").asText().equals("block_actions")
            && action.path("action_id").asText().equals(OPEN)
            && link.matches("[A-Za-z0-9_-]{43}")
        ? Optional.of(new Interaction(link, payload.path("response_url").asText()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Interaction[hidden]";
  }
}
