package dev.reclaim.console.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.console.CarriesOut;
import dev.reclaim.console.Instruction;
import dev.reclaim.console.Order;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.RevocationId;
import dev.reclaim.http.calls.Addresses;
import dev.reclaim.http.calls.Calls;
import dev.reclaim.messaging.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Orders go to the service that decides; its refusal comes back in its own words. */
@ApplicationScoped
public class Orders implements CarriesOut {

  private static final Logger LOG = Logger.getLogger(Orders.class);
  private static final Duration SNOOZE = Duration.ofDays(7);

  private final Calls calls;
  private final Addresses addresses;
  private final InstantSource clock;

  Orders(Calls calls, Addresses addresses, InstantSource clock) {
    this.calls = calls;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public Outcome carryOut(Instruction instruction, CandidateId candidate, String login) {
    String service =
        instruction.order() == Order.RESTORE ? Addresses.REVOCATION : Addresses.CONSENT;
    return this.<Outcome>post(
        new Sent(service, path(instruction, candidate), body(instruction).toString(), login),
        _ -> new Taken(),
        refused -> refused);
  }

  @Override
  public OutcomeOfMany carryOut(
      Instruction instruction, List<CandidateId> candidates, String login, boolean preview) {
    ObjectNode body = body(instruction);
    body.put("order", instruction.order().name());
    body.put("preview", preview);
    ArrayNode ids = body.putArray("candidates");
    candidates.forEach(it -> ids.add(it.value()));
    if (preview && instruction.why().isEmpty()) {
      // Some orders are refused without a reason; of a preview nothing is kept.
      body.put("reason", "A preview.");
    }
    return this.<OutcomeOfMany>post(
        new Sent(Addresses.CONSENT, "/candidates/orders", body.toString(), login),
        Orders::judged,
        refused -> refused);
  }

  /** What goes where, and whose order it is. */
  private record Sent(String service, String path, String body, String login) {}

  private <T> T post(Sent sent, Function<String, T> taken, Function<Refused, T> refused) {
    Optional<URI> address = addresses.of(sent.service(), sent.path());
    if (address.isEmpty()) {
      return refused.apply(
          new Refused(503, "The address of " + sent.service() + " is not configured."));
    }
    try {
      HttpResponse<String> answer = calls.post(address.get(), sent.body(), sent.login()).join();
      return answer.statusCode() < 300
          ? taken.apply(answer.body())
          : refused.apply(refused(sent.service(), answer));
    } catch (CompletionException e) {
      LOG.warnf("%s did not answer: %s", sent.service(), e.getCause());
      return refused.apply(
          new Refused(
              503,
              sent.service()
                  + " did not answer. Whether it took the order shows in the timeline; if nothing"
                  + " appears there, try again."));
    }
  }

  private static String path(Instruction instruction, CandidateId candidate) {
    Order order = instruction.order();
    return switch (order) {
      case RESTORE -> "/revocations/" + RevocationId.of(candidate) + "/restore";
      // These two have no body; what they are told of stands in the address.
      case RECLAIM, RESUME ->
          "/candidates/"
              + candidate
              + "/"
              + order.slug()
              + "?reason="
              + URLEncoder.encode(instruction.why(), StandardCharsets.UTF_8);
      case REASSIGN, SNOOZE, SKIP, CLOSE_COMPLETE ->
          "/candidates/" + candidate + "/" + order.slug();
    };
  }

  private ObjectNode body(Instruction instruction) {
    ObjectNode body = EventCodec.json().createObjectNode();
    return switch (instruction.order()) {
      case RECLAIM, RESUME, SKIP, RESTORE -> body.put("reason", instruction.why());
      case REASSIGN -> body.put("approver", instruction.more()).put("reason", instruction.why());
      case CLOSE_COMPLETE -> body.put("note", instruction.why()).put("proof", instruction.more());
      case SNOOZE ->
          body.put("reason", instruction.why())
              .put(
                  "until", clock.instant().plus(SNOOZE).truncatedTo(ChronoUnit.SECONDS).toString());
    };
  }

  private static OutcomeOfMany judged(String json) {
    try {
      JsonNode answer = EventCodec.json().readTree(json);
      List<Left> left = new ArrayList<>();
      for (JsonNode item : answer.path("items")) {
        if (!item.path("done").asBoolean()) {
          left.add(
              new Left(
                  new CandidateId(item.path("candidate").asText()), item.path("why").asText("")));
        }
      }
      return new Judged(answer.path("asked").asInt(), answer.path("done").asInt(), left);
    } catch (JsonProcessingException e) {
      return new Refused(502, Addresses.CONSENT + " answered with what is no JSON.");
    }
  }

  private static Refused refused(String service, HttpResponse<String> answer) {
    return new Refused(
        answer.statusCode(),
        detail(answer.body())
            .orElse(service + " answered with status " + answer.statusCode() + "."));
  }

  private static Optional<String> detail(String problem) {
    try {
      String detail = EventCodec.json().readTree(problem).path("detail").asText();
      return detail.isBlank() ? Optional.empty() : Optional.of(detail);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
