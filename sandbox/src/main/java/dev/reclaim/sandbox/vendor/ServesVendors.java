package dev.reclaim.sandbox.vendor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The vendors' APIs under {@code /vendor/<type>/<address>/…}. */
public final class ServesVendors implements AutoCloseable {

  static {
    // Answers are small; the JDK's server would hold them back to fill a packet.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final String ROOT = "/vendor/";
  private static final int LONGEST_BODY = 1024 * 1024;

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  private ServesVendors(HttpServer server) {
    this.server = server;
  }

  /** On a free port of this machine, alone; a test's server. */
  public static ServesVendors start(Vendors vendors) throws IOException {
    InetAddress here = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    ServesVendors serves = new ServesVendors(server);
    server.setExecutor(serves.workers);
    addTo(server, vendors);
    server.start();
    return serves;
  }

  /** Beside what a server serves already. */
  public static void addTo(HttpServer server, Vendors vendors) {
    server.createContext(ROOT, exchange -> serve(exchange, vendors));
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private static void serve(HttpExchange exchange, Vendors vendors) throws IOException {
    try (exchange) {
      String name =
          exchange.getRequestURI().getRawPath().substring(ROOT.length()).split("/", -1)[0];
      Optional<Played> played = vendors.named(name);
      Optional<Reply> reply =
          played.isEmpty()
              ? Optional.of(Reply.text(404, "the sandbox plays no " + name))
              : played.get().answer(request(exchange, ROOT + name));
      if (reply.isPresent()) {
        send(exchange, reply.get());
      }
    }
  }

  private static Request request(HttpExchange exchange, String base) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return Request.of(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        base,
        headers,
        new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
