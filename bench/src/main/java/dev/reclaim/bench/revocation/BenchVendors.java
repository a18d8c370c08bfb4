package dev.reclaim.bench.revocation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Vendors that answer over HTTP; each has accounts with one seat, and limits of its own. */
final class BenchVendors implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<BenchVendor> vendors = new ArrayList<>();

  private BenchVendors(HttpServer server) {
    this.server = server;
  }

  static BenchVendors start(int count, VendorLimits limits) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    BenchVendors all = new BenchVendors(server);
    server.setExecutor(all.threads);
    for (int i = 0; i < count; i++) {
      BenchVendor vendor = new BenchVendor(limits, i);
      all.vendors.add(vendor);
      server.createContext("/" + i + "/", exchange -> serve(exchange, vendor));
    }
    server.start();
    return all;
  }

  BenchVendor vendor(int number) {
    return vendors.get(number);
  }

  List<BenchVendor> all() {
    return List.copyOf(vendors);
  }

  String address(int number) {
    return "http://127.0.0.1:%d/%d/".formatted(server.getAddress().getPort(), number);
  }

  private static void serve(HttpExchange exchange, BenchVendor vendor) {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String account = exchange.getRequestURI().getPath().replaceAll(".*/", "");
      boolean change = exchange.getRequestMethod().equals("DELETE");
      int status = change ? vendor.free(account) : vendor.look(account);
      if (status == 429) {
        exchange
            .getResponseHeaders()
            .add("Retry-After", Long.toString(VendorLimits.RETRY_AFTER.toSeconds()));
      }
      exchange.sendResponseHeaders(status, -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
