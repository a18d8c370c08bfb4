package dev.reclaim.consent.slack;

import dev.reclaim.consent.HeardRequests;
import dev.reclaim.http.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What Slack sends when somebody presses a button in one of our messages. */
@Path("/channels/slack/interactions")
@PermitAll
public class SlackDoor {

  static final String TIMESTAMP = "X-Slack-Request-Timestamp";
  static final String SIGNATURE = "X-Slack-Signature";

  private final SlackSignature signature;
  private final HeardRequests heard;
  private final Optional<AnswersPresses> answers;
  private final InstantSource clock;

  SlackDoor(
      SlackSignature signature,
      HeardRequests heard,
      Optional<AnswersPresses> answers,
      InstantSource clock) {
    this.signature = signature;
    this.heard = heard;
    this.answers = answers;
    this.clock = clock;
  }

  /** Slack wants its answer within three seconds, so whoever pressed hears from us afterwards. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Blocking
  @Operation(
      summary = "A button press in Slack, signed by Slack; it decides nothing",
      description =
          "Authenticated by X-Slack-Signature over the raw body, five minutes around"
              + " X-Slack-Request-Timestamp, once. The answer to the one who pressed is the link to"
              + " the page on which the question is answered.")
  @APIResponse(responseCode = "200", description = "Heard; nothing has changed")
  @APIResponse(responseCode = "401", description = "Not signed by Slack, or too old")
  @APIResponse(responseCode = "409", description = "Heard before")
  public Response pressed(byte[] body, @Context HttpHeaders headers) {
    String genuine =
        signature
            .genuine(all(headers, TIMESTAMP), all(headers, SIGNATURE), body, clock.instant())
            .orElseThrow(SlackDoor::notSlack);
    boolean first =
        QuarkusTransaction.requiringNew()
            .call(() -> heard.isFirst("slack " + genuine, clock.instant()));
    if (!first) {
      throw Problems.conflict("This request was heard before");
    }
    answers.ifPresent(
        it ->
            Interaction.in(body)
                .ifPresent(press -> Thread.startVirtualThread(() -> it.answer(press))));
    return Response.ok().build();
  }

  private static List<String> all(HttpHeaders headers, String name) {
    List<String> values = headers.getRequestHeader(name);
    return values == null ? List.of() : values;
  }

  private static RuntimeException notSlack() {
    return Problems.problem(
        "not-signed",
        "Not signed",
        Response.Status.UNAUTHORIZED,
        SIGNATURE + ": is missing, too old, or not the signature of this request",
        Map.of("field", SIGNATURE));
  }
}
