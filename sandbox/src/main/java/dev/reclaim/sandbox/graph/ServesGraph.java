package dev.reclaim.sandbox.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Graph under {@code …/graph/v1.0/}, the token endpoint under {@code …/login/{tenant}/}. */
final class ServesGraph {

  private static final String GRAPH = SandboxGraph.ROOT + "graph/v1.0/";
  private static final String LOGIN = SandboxGraph.ROOT + "login/";
  private static final int LONGEST_BODY = 1024 * 1024;

  private final Answers answers;
  private final Logins logins;
  private final Faults faults;
  private final Recorded recorded;

  ServesGraph(Answers answers, Logins logins, Faults faults, Recorded recorded) {
    this.answers = answers;
    this.logins = logins;
    this.faults = faults;
    this.recorded = recorded;
  }

  void addTo(HttpServer server) {
    server.createContext(GRAPH, this::graph);
    server.createContext(LOGIN, this::login);
  }

  private void graph(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = read(exchange, GRAPH);
      recorded.add("graph.microsoft.com/v1.0", request);
      Optional<Reply> reply = answers.answer(request);
      if (reply.isPresent()) {
        send(exchange, reply.get());
      }
    }
  }

  private void login(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = read(exchange, LOGIN);
      send(exchange, token(request));
    }
  }

  private Reply token(Request request) {
    if (!request.is("POST", "*/oauth2/v2.0/token")) {
      return Reply.error(404, "NotFound", "There is no " + request.at());
    }
    return faults.take(Fault.Kind.NO_TOKENS).isPresent()
        ? Logins.unavailable()
        : logins.token(Request.pairs(request.body()));
  }

  private static Request read(HttpExchange exchange, String base) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return Request.of(
        exchange.getRequestMethod(),
        uri.getRawPath().substring(base.length() - 1) + query,
        headers,
        new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body =
        reply.body().map(json -> json.toString().getBytes(StandardCharsets.UTF_8)).orElse(null);
    if (body != null) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
    }
    exchange.sendResponseHeaders(reply.status(), body == null ? -1 : body.length);
    if (body != null) {
      exchange.getResponseBody().write(body);
    }
  }
}
