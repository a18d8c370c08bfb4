package dev.reclaim.consent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slack, a Teams workflow and a receiver of webhooks on this machine. They look closer than the
 * real ones, and fail as they are told: busy, broken, or gone after they have done what was asked.
 */
public final class Vendors implements QuarkusTestResourceLifecycleManager {

  static final String BOT_TOKEN = "xoxb-only-for-tests";
  static final String SIGNING_SECRET = "only-for-tests-signing";
  static final String FLOW_SIGNATURE = "only-for-tests-flow";
  static final String OLD_SECRET = "whsec_b25seS1mb3ItdGVzdHMtb25seS1mb3ItdGVzdHM=";
  static final String NEW_SECRET = "whsec_bmV3LWZvci10ZXN0cy1uZXctZm9yLXRlc3RzLW5ldw==";

  /** How a vendor fails. */
  sealed interface Trouble {
    /** 429 with {@code Retry-After}; whoever comes earlier is counted. */
    record Busy(int seconds) implements Trouble {}

    record Status(int code) implements Trouble {}

    /** Slack's way: 200, and not ok. */
    record Refuses(String error) implements Trouble {}

    /** Does what was asked, then breaks the connection. */
    record Vanishes() implements Trouble {}
  }

  /** What a vendor says. */
  record Answer(int status, String body) {}

  /** Does the work of one request. */
  @FunctionalInterface
  interface Works {
    Answer on(HttpExchange exchange, String body);
  }

  private static final Map<String, Queue<Trouble>> TROUBLES = new ConcurrentHashMap<>();
  private static final Map<String, Instant> NOT_BEFORE = new ConcurrentHashMap<>();
  private static final AtomicInteger TOO_EARLY = new AtomicInteger();
  private static final AtomicInteger CALLS = new AtomicInteger();

  private HttpServer server;
  private String order = "slack,teams,mail";

  static void forgetAll() {
    TROUBLES.clear();
    NOT_BEFORE.clear();
    TOO_EARLY.set(0);
    CALLS.set(0);
    SlackServer.forgetAll();
    TeamsServer.forgetAll();
    WebhookServer.forgetAll();
  }

  /** The next request to this path meets it; several are met one after the other. */
  static void meets(String path, Trouble... troubles) {
    for (Trouble trouble : troubles) {
      TROUBLES.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).add(trouble);
    }
  }

  /** From now on it works. */
  static void heals(String path) {
    TROUBLES.remove(path);
  }

  /** Requests that came before a vendor's {@code Retry-After} was over. */
  static int tooEarly() {
    return TOO_EARLY.get();
  }

  static int calls() {
    return CALLS.get();
  }

  @Override
  public void init(Map<String, String> arguments) {
    order = arguments.getOrDefault("order", order).replace('+', ',');
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    SlackServer.methods().forEach((method, works) -> serve("/api/" + method, works));
    serve("/actions", SlackServer::hear);
    serve("/workflows", TeamsServer::take);
    serve("/hook", WebhookServer::take);
    server.start();
    return settings("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private Map<String, String> settings(String here) {
    Map<String, String> settings = new HashMap<>();
    String prefix = "reclaim.consent.channels.";
    settings.put(prefix + "order", order);
    settings.put(prefix + "every", "0.2S");
    if (order.contains("slack")) {
      settings.put(prefix + "slack.network", "loopback");
      settings.put(prefix + "slack.bot-token", kept(BOT_TOKEN));
      settings.put(prefix + "slack.signing-secret", kept(SIGNING_SECRET));
      settings.put(prefix + "slack.address-api", here + "/api");
      settings.put(prefix + "slack.address-hooks", here + "/actions");
    }
    if (order.contains("teams")) {
      settings.put(prefix + "teams.network", "loopback");
      settings.put(
          prefix + "teams.workflow",
          kept(here + "/workflows/w/triggers/manual/paths/invoke?sig=" + FLOW_SIGNATURE));
    }
    if (order.contains("webhook")) {
      settings.put(prefix + "webhook.network", "loopback");
      settings.put(prefix + "webhook.address", here + "/hook");
      settings.put(prefix + "webhook.secrets", kept(NEW_SECRET) + "," + kept(OLD_SECRET));
    }
    return settings;
  }

  private static String kept(String secret) {
    try {
      Path file = Files.createTempFile("secret", ".txt");
      file.toFile().deleteOnExit();
      return "file:" + Files.writeString(file, secret).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(String path, Works works) {
    server.createContext(path, exchange -> serve(path, exchange, works));
  }

  private static void serve(String path, HttpExchange exchange, Works works) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      CALLS.incrementAndGet();
      if (MovableClock.TIME.instant().isBefore(NOT_BEFORE.getOrDefault(path, Instant.MIN))) {
        TOO_EARLY.incrementAndGet();
      }
      Queue<Trouble> troubles = TROUBLES.getOrDefault(path, new ConcurrentLinkedQueue<>());
      switch (troubles.poll()) {
        case null -> send(exchange, works.on(exchange, body));
        case Trouble.Busy(int seconds) -> {
          NOT_BEFORE.put(path, MovableClock.TIME.instant().plusSeconds(seconds));
          exchange.getResponseHeaders().add("Retry-After", Integer.toString(seconds));
          send(exchange, new Answer(429, "{\"ok\":false,\"error\":\"ratelimited\"}"));
        }
        case Trouble.Status(int code) -> {
          if (code >= 500) {
            // As proxies say it of one request; it is not for everybody.
            exchange.getResponseHeaders().add("Retry-After", "86400");
          }
          send(exchange, new Answer(code, "<html>Oops</html>"));
        }
        case Trouble.Refuses(String error) ->
            send(exchange, new Answer(200, "{\"ok\":false,\"error\":\"" + error + "\"}"));
        case Trouble.Vanishes() -> works.on(exchange, body);
      }
    } catch (RuntimeException | AssertionError e) {
      send(exchange, new Answer(400, "" + e.getMessage()));
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
