package dev.reclaim.consent.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reclaim.consent.Channel;
import dev.reclaim.consent.HeardRequests;
import dev.reclaim.consent.MessageId;
import dev.reclaim.consent.Messages;
import dev.reclaim.consent.Seals;
import dev.reclaim.consent.WhenMessageFailsThenTryAnother;
import dev.reclaim.http.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the receiver of our webhooks tells us later: that a message did not reach its reader. */
@Path("/channels/webhook/reports")
@PermitAll
public class WebhookDoor {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String UNDELIVERABLE = "reclaim.message.undeliverable";

  private final Optional<WebhookSettings> settings;
  private final StandardWebhook signing;
  private final HeardRequests heard;
  private final Messages messages;
  private final WhenMessageFailsThenTryAnother fails;
  private final InstantSource clock;

  WebhookDoor(
      Optional<WebhookSettings> settings,
      Seals seals,
      HeardRequests heard,
      Messages messages,
      WhenMessageFailsThenTryAnother fails,
      InstantSource clock) {
    this.settings = settings;
    this.signing = new StandardWebhook(seals);
    this.heard = heard;
    this.messages = messages;
    this.fails = fails;
    this.clock = clock;
  }

  /**
   * What a report did.
   *
   * @param effect whether it was news about a message that went out by this channel
   */
  public record Heard(boolean effect) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(
      summary = "A message did not reach its reader; signed as Standard Webhooks",
      description =
          "Authenticated by webhook-signature over the raw body with one of the channel's secrets,"
              + " five minutes around webhook-timestamp; each webhook-id once. The type is "
              + UNDELIVERABLE
              + ", data.message names the message.")
  @APIResponse(responseCode = "200", description = "Heard")
  @APIResponse(responseCode = "401", description = "Not signed by a secret of ours, or too old")
  @APIResponse(responseCode = "409", description = "Heard before")
  public Heard report(byte[] body, @Context HttpHeaders headers) {
    Instant now = clock.instant();
    String id = genuine(body, headers, now);
    JsonNode report = parsed(body);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              if (!heard.isFirst("webhook " + id, now)) {
                throw Problems.conflict("This webhook-id was heard before");
              }
              return new Heard(taken(report, now));
            });
  }

  private String genuine(byte[] body, HttpHeaders headers, Instant now) {
    StandardWebhook.Received received =
        new StandardWebhook.Received(
            all(headers, StandardWebhook.ID),
            all(headers, StandardWebhook.TIMESTAMP),
            all(headers, StandardWebhook.SIGNATURE));
    return settings
        .flatMap(it -> signing.genuine(received, body, now, it.revealed()))
        .orElseThrow(
            () ->
                Problems.problem(
                    "not-signed",
                    "Not signed",
                    Response.Status.UNAUTHORIZED,
                    StandardWebhook.SIGNATURE
                        + ": is missing, too old, or not the signature of this request",
                    Map.of("field", StandardWebhook.SIGNATURE)));
  }

  /** What we send ourselves is signed alike; its types are others, so it comes back in vain. */
  private boolean taken(JsonNode report, Instant now) {
    if (!report.path("type").asText().equals(UNDELIVERABLE)) {
      throw Problems.badField("type", "is not " + UNDELIVERABLE);
    }
    MessageId message = new MessageId(report.path("data").path("message").asText());
    return messages
        .find(message)
        .filter(it -> it.channel() == Channel.WEBHOOK)
        .map(
            it ->
                fails.undeliverable(it.id(), "the receiver could not bring it to the reader", now))
        .orElse(false);
  }

  private static JsonNode parsed(byte[] body) {
    try {
      JsonNode report = JSON.readTree(body);
      if (report != null && report.isObject()) {
        return report;
      }
    } catch (IOException e) {
      // Falls through: said below, without what was sent.
    }
    throw Problems.badField("body", "is no JSON object");
  }

  private static List<String> all(HttpHeaders headers, String name) {
    List<String> values = headers.getRequestHeader(name);
    return values == null ? List.of() : values;
  }
}
