package dev.reclaim.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Money;
import dev.reclaim.events.SeatRef;
import dev.reclaim.messaging.EventCodec;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as rule-evaluator and revocation-service do, and remembers what was wanted. */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

  /** What was asked for, and in whose name. */
  record Heard(String path, String holder, String authorization) {}

  /** As rule-evaluator writes them. */
  private record Answered(HolderId holder, List<Known> seats) {}

  /** One seat, as rule-evaluator writes it. */
  private record Known(
      SeatRef seat,
      boolean present,
      Instant heldSince,
      Evidence evidence,
      Optional<Money> pricePerMonth) {}

  private static final Map<String, String> SEATS = new ConcurrentHashMap<>();
  private static final List<Heard> HEARD = new CopyOnWriteArrayList<>();
  private static volatile int toRestores = 200;
  private static volatile boolean silent;

  private HttpServer server;

  static void forgetAll() {
    HEARD.clear();
    toRestores = 200;
    silent = false;
  }

  static void areSilent() {
    silent = true;
  }

  static void refuseToRestore() {
    toRestores = 409;
  }

  static List<Heard> heard() {
    return List.copyOf(HEARD);
  }

  /** What rule-evaluator will say about this holder's seats. */
  static void has(HolderId holder, KnowsSeats.Seat... seats) {
    List<Known> all =
        List.of(seats).stream()
            .map(
                seat ->
                    new Known(
                        seat.ref(), true, seat.heldSince(), seat.evidence(), seat.pricePerMonth()))
            .toList();
    try {
      SEATS.put(holder.value(), EventCodec.json().writeValueAsString(new Answered(holder, all)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", OtherServices::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "reclaim.urls.rule-evaluator",
        address,
        "reclaim.urls.revocation-service",
        address,
        "reclaim.call.user",
        "service",
        "reclaim.call.password",
        "only-for-tests");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    exchange.getRequestBody().readAllBytes();
    HEARD.add(
        new Heard(
            path,
            exchange.getRequestHeaders().getFirst("X-Reclaim-On-Behalf-Of-Holder"),
            exchange.getRequestHeaders().getFirst("Authorization")));
    String body = "";
    int status = 404;
    if (path.startsWith("/holders/")) {
      body = SEATS.getOrDefault(path.split("/", -1)[2], "");
      status = body.isEmpty() ? 404 : 200;
    } else if (path.endsWith("/restore")) {
      status = toRestores;
      body = "{\"detail\":\"The time in which it could be given back is over.\"}";
    }
    if (silent) {
      status = 503;
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
