package dev.reclaim.console.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.console.Fact;
import dev.reclaim.console.Watches;
import dev.reclaim.http.calls.Addresses;
import dev.reclaim.http.calls.Calls;
import dev.reclaim.messaging.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Looks at all services side by side, so that a page waits for the slowest one only. */
@ApplicationScoped
public class Looks implements Watches {

  private static final Logger LOG = Logger.getLogger(Looks.class);

  /** More of what a brake holds is told by revocation-service, and does not fit on a card. */
  private static final int MOST_ITEMS = 10;

  private final Calls calls;
  private final Addresses addresses;

  Looks(Calls calls, Addresses addresses) {
    this.calls = calls;
    this.addresses = addresses;
  }

  @Override
  public List<Health> services() {
    List<CompletableFuture<Health>> looks = addresses.services().stream().map(this::look).toList();
    return looks.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Health> look(String service) {
    return addresses
        .of(service, "/q/health/ready")
        .map(
            uri ->
                calls
                    .get(uri)
                    .thenApply(answer -> health(service, answer))
                    .exceptionally(e -> silent(service, e)))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    new Health(
                        service,
                        false,
                        List.of("Its address is not configured (reclaim.urls." + service + ")."))));
  }

  private static Health silent(String service, Throwable e) {
    LOG.debugf(e, "%s does not answer", service);
    return new Health(service, false, List.of("It does not answer."));
  }

  private static Health health(String service, HttpResponse<String> answer) {
    if (answer.statusCode() == 200) {
      return new Health(service, true, List.of());
    }
    return new Health(service, false, troubles(answer));
  }

  private static List<String> troubles(HttpResponse<String> answer) {
    List<String> troubles = new ArrayList<>();
    for (JsonNode check : json(answer.body()).path("checks")) {
      if (!check.path("status").asText().equals("UP")) {
        List<String> details = new ArrayList<>();
        for (Map.Entry<String, JsonNode> detail : check.path("data").properties()) {
          if (!detail.getValue().asText().equals("running")) {
            details.add(detail.getKey() + ": " + detail.getValue().asText());
          }
        }
        troubles.add(check.path("name").asText() + " is down. " + String.join("; ", details));
      }
    }
    return troubles.isEmpty()
        ? List.of("It answers with status " + answer.statusCode() + " and gives no reason.")
        : troubles;
  }

  @Override
  public Optional<List<Brake>> brakes() {
    return body(Addresses.REVOCATION, "/brakes").map(Looks::brakes);
  }

  private static List<Brake> brakes(String body) {
    List<Brake> brakes = new ArrayList<>();
    for (JsonNode brake : json(body).path("brakes")) {
      brakes.add(
          new Brake(
              brake.path("id").asText(),
              standing(brake.path("state").asText()),
              brake.path("why").asText(),
              brake.path("held").asInt(),
              items(brake)));
    }
    return brakes;
  }

  private static List<Brake.Held> items(JsonNode brake) {
    List<Brake.Held> items = new ArrayList<>();
    JsonNode told = brake.path("items");
    for (int i = 0; i < Math.min(told.size(), MOST_ITEMS); i++) {
      JsonNode item = told.path(i);
      String id = item.path("id").asText();
      List<String> voices = new ArrayList<>();
      brake.path("voicesForOne").path(id).forEach(voice -> voices.add(voice.asText()));
      items.add(
          new Brake.Held(
              id,
              item.path("candidate").asText(),
              item.path("account").asText(),
              item.path("application").asText(),
              item.path("why").asText(),
              voices));
    }
    return items;
  }

  /** A word that this version does not know is shown as the one that needs a look. */
  private static Brake.Standing standing(String word) {
    return switch (word) {
      case "OPEN" -> Brake.Standing.OPEN;
      case "WARNS" -> Brake.Standing.WARNS;
      default -> Brake.Standing.STOPS;
    };
  }

  @Override
  public Optional<List<Fact>> checkpoint() {
    return body(Addresses.AUDIT, "/checkpoint").map(Looks::checkpoint);
  }

  /** The first lines of a C2SP checkpoint: origin, size of the log, root hash. */
  private static List<Fact> checkpoint(String note) {
    List<String> lines = note.lines().limit(3).toList();
    if (lines.size() < 3) {
      return List.of();
    }
    return List.of(
        new Fact("Entries", new Fact.Text(lines.get(1))),
        new Fact("Root hash", new Fact.Code(lines.get(2))),
        new Fact("Log", new Fact.Code(lines.get(0))));
  }

  private Optional<String> body(String service, String path) {
    try {
      return addresses
          .of(service, path)
          .map(uri -> calls.get(uri).join())
          .filter(answer -> answer.statusCode() == 200)
          .map(HttpResponse::body);
    } catch (CompletionException e) {
      LOG.debugf(e, "%s does not answer", service);
      return Optional.empty();
    }
  }

  private static JsonNode json(String body) {
    try {
      return EventCodec.json().readTree(body);
    } catch (JsonProcessingException e) {
      LOG.debugf(e, "an answer is not JSON");
      return EventCodec.json().missingNode();
    }
  }
}
