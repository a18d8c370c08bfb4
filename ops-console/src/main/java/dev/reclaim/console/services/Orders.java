package dev.reclaim.console.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.console.CarriesOut;
import dev.reclaim.console.Order;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.RevocationId;
import dev.reclaim.http.calls.Addresses;
import dev.reclaim.http.calls.Calls;
import dev.reclaim.messaging.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionException;
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
  public Outcome carryOut(Order order, CandidateId candidate, String login, String why) {
    String service = order == Order.RESTORE ? Addresses.REVOCATION : Addresses.CONSENT;
    Optional<URI> address = addresses.of(service, path(order, candidate));
    if (address.isEmpty()) {
      return new Refused(503, "The address of " + service + " is not configured.");
    }
    try {
      return outcome(service, calls.post(address.get(), body(order, why), login).join());
    } catch (CompletionException e) {
      LOG.warnf("%s did not answer to %s: %s", service, order.slug(), e.getCause());
      return new Refused(
          503,
          service
              + " did not answer. Whether it took the order shows in the timeline; if nothing"
              + " appears there, try again.");
    }
  }

  private static String path(Order order, CandidateId candidate) {
    return order == Order.RESTORE
        ? "/revocations/" + RevocationId.of(candidate) + "/restore"
        : "/candidates/" + candidate + "/" + order.slug();
  }

  private String body(Order order, String why) {
    ObjectNode body = EventCodec.json().createObjectNode();
    return switch (order) {
      case RECLAIM, RESUME, SKIP, RESTORE -> body.put("reason", why).toString();
      case CLOSE_COMPLETE -> body.put("note", why).toString();
      case SNOOZE ->
          body.put("reason", why)
              .put("until", clock.instant().plus(SNOOZE).truncatedTo(ChronoUnit.SECONDS).toString())
              .toString();
    };
  }

  private static Outcome outcome(String service, HttpResponse<String> answer) {
    if (answer.statusCode() < 300) {
      return new Taken();
    }
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
