package dev.reclaim.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.reclaim.consent.Vendors.Answer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver of Standard Webhooks that knows the old secret only, checks what the specification
 * says, and counts an id once.
 */
final class WebhookServer {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<Taken> TAKEN = new CopyOnWriteArrayList<>();

  /** What was taken. */
  record Taken(String id, JsonNode body) {

    String text(String field) {
      return body.path("data").path(field).asText();
    }
  }

  private WebhookServer() {}

  static void forgetAll() {
    TAKEN.clear();
  }

  static List<Taken> takenFor(String email) {
    return TAKEN.stream()
        .filter(it -> it.body().path("data").path("reader").path("email").asText().equals(email))
        .toList();
  }

  static Answer take(HttpExchange exchange, String body) {
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    Duration age =
        Duration.between(
            Instant.ofEpochSecond(Long.parseLong(timestamp)), MovableClock.TIME.instant());
    if (age.abs().compareTo(Duration.ofMinutes(5)) > 0) {
      return new Answer(400, "too old");
    }
    String expected = "v1," + seal(id + "." + timestamp + "." + body);
    List<String> given =
        Arrays.asList(exchange.getRequestHeaders().getFirst("webhook-signature").split(" ", -1));
    if (!given.contains(expected)) {
      return new Answer(401, "not signed");
    }
    try {
      if (TAKEN.stream().noneMatch(it -> it.id().equals(id))) {
        TAKEN.add(new Taken(id, JSON.readTree(body)));
      }
      return new Answer(204, "");
    } catch (JsonProcessingException e) {
      return new Answer(400, "no JSON");
    }
  }

  static String now() {
    return Long.toString(MovableClock.TIME.instant().getEpochSecond());
  }

  /** A report of its own, of this moment. */
  static String sign(String id, String body) {
    return "v1," + seal(id + "." + now() + "." + body);
  }

  private static String seal(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(Vendors.OLD_SECRET.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
