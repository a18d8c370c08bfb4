package dev.reclaim.consent.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.consent.KnowsSeats;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Money;
import dev.reclaim.events.SeatRef;
import dev.reclaim.http.calls.Addresses;
import dev.reclaim.http.calls.Calls;
import dev.reclaim.messaging.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Asks rule-evaluator, which keeps the evidence. */
@ApplicationScoped
public class SeatsByRules implements KnowsSeats {

  private static final Logger LOG = Logger.getLogger(SeatsByRules.class);

  private final Calls calls;
  private final Addresses addresses;

  SeatsByRules(Calls calls, Addresses addresses) {
    this.calls = calls;
    this.addresses = addresses;
  }

  @Override
  public Optional<List<Seat>> of(HolderId holder) {
    String path =
        "/holders/" + URLEncoder.encode(holder.value(), StandardCharsets.UTF_8) + "/seats";
    return addresses.of(Addresses.RULES, path).flatMap(this::look);
  }

  private Optional<List<Seat>> look(URI uri) {
    try {
      HttpResponse<String> answer = calls.get(uri).join();
      return switch (answer.statusCode()) {
        case 200 -> Optional.of(seats(answer.body()));
        case 404 -> Optional.of(List.of());
        default -> {
          LOG.warnf("rule-evaluator answered with %d about seats", answer.statusCode());
          yield Optional.empty();
        }
      };
    } catch (CompletionException | JsonProcessingException e) {
      LOG.warnf("rule-evaluator does not tell about seats: %s", e.getMessage());
      return Optional.empty();
    }
  }

  private static List<Seat> seats(String body) throws JsonProcessingException {
    List<Seat> seats = new ArrayList<>();
    for (JsonNode seat : EventCodec.json().readTree(body).path("seats")) {
      if (seat.path("present").asBoolean()) {
        seats.add(seat(seat));
      }
    }
    return List.copyOf(seats);
  }

  private static Seat seat(JsonNode seat) throws JsonProcessingException {
    JsonNode price = seat.path("pricePerMonth");
    return new Seat(
        EventCodec.json().treeToValue(seat.path("seat"), SeatRef.class),
        Instant.parse(seat.path("heldSince").asText()),
        EventCodec.json().treeToValue(seat.path("evidence"), Evidence.class),
        price.isObject()
            ? Optional.of(EventCodec.json().treeToValue(price, Money.class))
            : Optional.empty());
  }
}
