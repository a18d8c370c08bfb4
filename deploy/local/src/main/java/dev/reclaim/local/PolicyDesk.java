package dev.reclaim.local;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Hands policy files to the rule-evaluator, all in one request. */
final class PolicyDesk {

  private static final Duration CONNECTING = Duration.ofSeconds(30);

  /** Judging all seats of a large company takes its time. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTING).build();

  /** Money keeps its zeros. */
  private final ObjectMapper json =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

  private final URI evaluator;
  private final String authorization;

  PolicyDesk(URI evaluator, Login login) {
    this.evaluator = evaluator;
    String plain = login.name() + ":" + login.password();
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What the rule-evaluator said.
   *
   * @param body a plan, or a problem (RFC 9457)
   */
  record Answer(int status, JsonNode body) {

    boolean taken() {
      return status / 100 == 2;
    }
  }

  /**
   * Sends them.
   *
   * @param where such as {@code /policy/plan?limit=20}
   * @throws IOException when nobody answers
   */
  Answer send(String where, PolicyFolder folder) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(evaluator.resolve(where))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(folder)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), body(answer));
  }

  private JsonNode body(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (IOException notJson) {
      return json.createObjectNode().put("detail", "HTTP " + answer.statusCode());
    }
  }
}
