package dev.reclaim.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.unboundid.ldap.sdk.LDAPException;
import dev.reclaim.sandbox.directory.SandboxDirectory;
import dev.reclaim.sandbox.graph.SandboxGraph;
import dev.reclaim.sandbox.mailbox.Mailbox;
import dev.reclaim.sandbox.vendor.ServesVendors;
import dev.reclaim.sandbox.vendor.Vendors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the company's HTTP interface on 127.0.0.1. */
public final class SandboxHttp implements AutoCloseable {

  static {
    // Answers are small; the JDK's server would hold them back to fill a packet.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** Of the app that may do everything in the tenant; the sandbox's settings show it. */
  private static final String TENANT_SECRET = "graph-all-rights";

  private final HttpServer server;
  private final ExecutorService workers;

  private SandboxHttp(HttpServer server, ExecutorService workers) {
    this.server = server;
    this.workers = workers;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   */
  public static SandboxHttp start(
      int port, SandboxDirectory directory, Mailbox mailbox, Vendors vendors) throws IOException {
    InetAddress here = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 0);
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    SandboxGraph tenant = SandboxGraph.addTo(server, SandboxGraph.Limits.USUAL, TENANT_SECRET);
    Routes routes =
        new Routes(directory, mailbox, vendors, new TenantControls(tenant, TENANT_SECRET));
    server.setExecutor(workers);
    server.createContext("/", exchange -> answer(exchange, routes));
    ServesVendors.addTo(server, vendors);
    server.start();
    return new SandboxHttp(server, workers);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Routes routes) throws IOException {
    try (exchange) {
      Answer answer = isFromHere(exchange) ? tried(exchange, routes) : strange();
      byte[] body = answer.body().toPrettyString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Answer tried(HttpExchange exchange, Routes routes) {
    try {
      return routes.answer(
          exchange.getRequestMethod(),
          exchange.getRequestURI(),
          exchange.getRequestBody().readNBytes(Routes.LONGEST_BODY));
    } catch (IllegalArgumentException e) {
      return Answer.problem(400, e.getMessage());
    } catch (LDAPException e) {
      return Answer.problem(400, "filter: " + e.getMessage());
    } catch (IOException e) {
      return Answer.problem(500, e.getMessage());
    }
  }

  /** A page in a browser must not reach this through a name that it controls. */
  private static boolean isFromHere(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null && host.matches("(127\\.0\\.0\\.1|localhost)(:\\d+)?");
  }

  private static Answer strange() {
    return Answer.problem(403, "Host: must be 127.0.0.1 or localhost");
  }
}
