package dev.reclaim.consent.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reclaim.outgoing.Call;
import dev.reclaim.outgoing.Reply;
import dev.reclaim.outgoing.Sends;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls Slack's methods. Nothing of a person or a secret stands in an address. */
final class SlackApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Where a 429 names no time. */
  private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

  private final SlackSettings settings;
  private final Sends http;
  private final InstantSource clock;

  SlackApi(SlackSettings settings, Sends http, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  /** Methods that look take a form only. */
  SlackAnswer form(String method, Map<String, String> fields) {
    return call(
        method,
        "application/x-www-form-urlencoded",
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  SlackAnswer json(String method, JsonNode body) {
    return call(method, "application/json", body.toString());
  }

  private SlackAnswer call(String method, String type, String body) {
    String token;
    try {
      token = settings.botToken().reveal();
    } catch (IllegalStateException e) {
      return new SlackAnswer.Later(e.getMessage(), Optional.empty());
    }
    Reply reply =
        http.send(
            new Call(
                "POST",
                settings.api().below("/" + method),
                Map.of(
                    "Authorization", "Bearer " + token, "Content-Type", type + "; charset=utf-8"),
                Optional.of(body)));
    return switch (reply) {
      case Reply.Answered answer -> of(method, answer);
      case Reply.Unreachable no -> new SlackAnswer.Later(no.why(), Optional.empty());
      case Reply.Forbidden no -> new SlackAnswer.Later(no.why(), Optional.empty());
      case Reply.Lost no -> new SlackAnswer.Lost(no.why());
    };
  }

  private SlackAnswer of(String method, Reply.Answered answer) {
    if (answer.status() == 429) {
      return new SlackAnswer.Later(
          "Slack asks to wait (429) at " + method,
          Optional.of(answer.retryAfter(clock.instant()).orElse(USUAL_WAIT)));
    }
    Optional<JsonNode> body = answer.status() == 200 ? parsed(answer.body()) : Optional.empty();
    if (body.isEmpty()) {
      return new SlackAnswer.Later(
          "Slack answers " + method + " with " + answer.status() + " and nothing that can be read",
          Optional.empty());
    }
    if (body.get().path("ok").isBoolean() && body.get().path("ok").booleanValue()) {
      return new SlackAnswer.Ok(body.get());
    }
    String error = body.get().path("error").asText();
    if (error.equals("ratelimited") || error.equals("rate_limited")) {
      return new SlackAnswer.Later(
          "Slack asks to wait at " + method,
          Optional.of(answer.retryAfter(clock.instant()).orElse(USUAL_WAIT)));
    }
    // Only what is a name goes on: a text could hold anything.
    return new SlackAnswer.Refused(error.matches("[a-z_]{1,60}") ? error : "an error without name");
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
