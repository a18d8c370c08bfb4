package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code $batch}: up to twenty requests in one, each answered by itself. */
final class Batch {

  private static final int MOST = 20;

  private final Function<Request, Optional<Reply>> answers;

  Batch(Function<Request, Optional<Reply>> answers) {
    this.answers = answers;
  }

  /** Empty if the answer of any part is lost, and with it all. */
  Optional<Reply> answer(Request request) {
    JsonNode parts = request.json().path("requests");
    if (!parts.isArray() || parts.isEmpty() || parts.size() > MOST) {
      return Optional.of(Reply.bad("A batch holds between 1 and " + MOST + " requests."));
    }
    ObjectNode body = Json.object();
    ArrayNode responses = body.putArray("responses");
    boolean lost = false;
    for (JsonNode part : parts) {
      Optional<Reply> reply = answers.apply(read(part));
      if (reply.isPresent()) {
        responses.add(write(part.path("id").asText(), reply.get()));
      } else {
        lost = true;
      }
    }
    return lost ? Optional.empty() : Optional.of(Reply.ok(body));
  }

  private static Request read(JsonNode part) {
    Map<String, String> headers = new HashMap<>();
    part.path("headers")
        .properties()
        .forEach(
            header ->
                headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    return Request.of(
        part.path("method").asText().toUpperCase(Locale.ROOT),
        part.path("url").asText(),
        headers,
        part.path("body").isMissingNode() ? "" : part.path("body").toString());
  }

  private static ObjectNode write(String id, Reply reply) {
    ObjectNode response = Json.object().put("id", id).put("status", reply.status());
    ObjectNode headers = response.putObject("headers");
    reply.headers().forEach(headers::put);
    reply
        .body()
        .ifPresent(
            body -> {
              headers.put("Content-Type", "application/json");
              response.set("body", body);
            });
    return response;
  }
}
