package dev.reclaim.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers as consent-service, revocation-service and audit-service do, and remembers the orders.
 */
public final class Neighbour implements QuarkusTestResourceLifecycleManager {

  /** What was ordered. */
  private record Heard(String path, Map<String, List<String>> headers, String body) {}

  /** How it answers. */
  private record Answer(int status, String body) {}

  private static final Answer UP = new Answer(200, "{\"status\":\"UP\",\"checks\":[]}");
  private static final List<Heard> HEARD = new CopyOnWriteArrayList<>();
  private static volatile Answer toOrders = new Answer(202, "");
  private static volatile Answer health = UP;

  private HttpServer server;

  public static void forgetAll() {
    HEARD.clear();
    toOrders = new Answer(202, "");
    health = UP;
  }

  public static void refuses(int status, String detail) {
    toOrders = new Answer(status, "{\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail));
  }

  public static void isDown(String check, String loop, String trouble) {
    health =
        new Answer(
            503,
            """
            {"status":"DOWN","checks":[{"name":"%s","status":"DOWN","data":{"%s":"%s"}}]}"""
                .formatted(check, loop, trouble));
  }

  /** Of an order about many: how many it does, and which it leaves. */
  public static void judges(int done, Map<String, String> left) {
    StringBuilder items = new StringBuilder();
    left.forEach(
        (id, why) ->
            items.append(
                ",{\"candidate\":\"%s\",\"done\":false,\"why\":\"%s\"}".formatted(id, why)));
    toOrders =
        new Answer(
            200,
            "{\"asked\":%d,\"done\":%d,\"items\":[{\"candidate\":\"one\",\"done\":true}%s]}"
                .formatted(done + left.size(), done, items));
  }

  public static List<String> heard() {
    return HEARD.stream().map(Heard::path).toList();
  }

  public static String lastHeader(String name) {
    return HEARD.getLast().headers().get(name).getFirst();
  }

  public static String lastBody() {
    return HEARD.getLast().body();
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", Neighbour::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "reclaim.urls.consent-service", address,
        "reclaim.urls.revocation-service", address,
        "reclaim.urls.audit-service", address,
        "reclaim.call.user", "service",
        "reclaim.call.password", "only-for-tests");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Answer answer =
        switch (path) {
          case "/q/health/ready" -> health;
          case "/brakes" ->
              new Answer(
                  200,
                  """
                  {"brakes":[{"id":"kill-switch","state":"OPEN","why":"It is off","held":0,"items":[]},
                  {"id":"share","state":"STOPS","why":"5 % in one hour","held":7,"items":[
                  {"id":"rev-1","candidate":"can-1","account":"maja@example.com","application":"tableau",
                  "why":"10 of 50 known seats were taken within an hour"}],
                  "voicesForOne":{"rev-1":["anna"]}}]}""");
          case "/checkpoint" -> new Answer(200, "reclaim.example/log\n42\nq83vEjRWeJA=\n");
          default -> toOrders;
        };
    if (exchange.getRequestMethod().equals("POST")) {
      HEARD.add(
          new Heard(
              exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
