package dev.reclaim.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.reclaim.consent.Vendors.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A workflow that takes Adaptive Cards; it takes no card that could do or hide anything. */
final class TeamsServer {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LARGEST = 28 * 1024;

  /** Of schema 1.4, those that know no markup and send nothing. */
  private static final Set<String> HARMLESS =
      Set.of("RichTextBlock", "TextRun", "Container", "ActionSet", "Action.OpenUrl");

  private static final List<Card> CARDS = new CopyOnWriteArrayList<>();

  /** A card that was taken. */
  record Card(String id, String recipient, String text, JsonNode body) {

    List<String> links() {
      return body.findValuesAsText("url");
    }
  }

  private TeamsServer() {}

  static void forgetAll() {
    CARDS.clear();
  }

  static List<Card> cardsFor(String email) {
    return CARDS.stream().filter(card -> card.recipient().equals(email)).toList();
  }

  static Answer take(HttpExchange exchange, String body) {
    if (!("sig=" + Vendors.FLOW_SIGNATURE).equals(exchange.getRequestURI().getRawQuery())) {
      return new Answer(401, "{\"error\":{\"code\":\"DirectApiAuthorizationRequired\"}}");
    }
    if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      return new Answer(413, "");
    }
    JsonNode message;
    try {
      message = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return new Answer(400, "{\"error\":{\"code\":\"InvalidRequestContent\"}}");
    }
    JsonNode attachment = message.path("attachments").path(0);
    JsonNode card = attachment.path("content");
    boolean good =
        message.path("type").asText().equals("message")
            && message.path("attachments").size() == 1
            && attachment
                .path("contentType")
                .asText()
                .equals("application/vnd.microsoft.card.adaptive")
            && card.path("type").asText().equals("AdaptiveCard")
            && card.path("version").asText().equals("1.4")
            && HARMLESS.containsAll(card.path("body").findValuesAsText("type"));
    if (!good) {
      return new Answer(400, "{\"error\":{\"code\":\"TriggerInputSchemaMismatch\"}}");
    }
    CARDS.add(
        new Card(
            message.path("id").asText(),
            message.path("recipient").asText(),
            String.join("\n", card.findValuesAsText("text")),
            message));
    return new Answer(202, "");
  }
}
