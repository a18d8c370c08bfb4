package dev.reclaim.bench.revocation;

import dev.reclaim.audit.Entry;
import dev.reclaim.revocation.Revocation;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** Everything that one measurement runs on. */
final class Stage implements AutoCloseable {

  private static final int SEATS_PER_VENDOR = 20_000;

  final BenchVendors vendors;
  final AuditLog log;
  final Orders orders;
  final int count;
  private final Parts parts;
  private final BenchDatabase revocations;
  private final BenchDatabase audit;
  private final Engine engine;

  Stage(int count, VendorLimits limits)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    this.count = count;
    this.parts = Parts.start();
    this.vendors = BenchVendors.start(count, limits);
    this.revocations = parts.database("revocation_service", Revocation.class);
    this.audit = parts.database("audit_service", Entry.class);
    Map<String, Map<String, String>> connections = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      Orders.knowSeats(revocations, i, SEATS_PER_VENDOR);
      connections.put(
          Orders.connection(i),
          Map.of(
              "type",
              BenchVendorKind.TYPE,
              "url",
              vendors.address(i),
              "changes-per-second",
              Integer.toString(limits.changes())));
    }
    this.engine = new Engine(parts, revocations, connections);
    this.log = new AuditLog(parts, audit);
    this.orders = new Orders(parts.kafka());
    for (int i = 0; i < count; i++) {
      orders.define(i);
    }
    log.await("reclaim.application-defined.v1", count, Duration.ofMinutes(1));
  }

  @Override
  public void close() throws IOException, SQLException {
    orders.close();
    engine.close();
    log.close();
    revocations.close();
    audit.close();
    vendors.close();
    parts.close();
  }
}
