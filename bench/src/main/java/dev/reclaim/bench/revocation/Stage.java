package dev.reclaim.bench.revocation;

import static dev.reclaim.bench.revocation.Findings.number;

import dev.reclaim.audit.Entry;
import dev.reclaim.revocation.Revocation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;

/** Everything that one measurement runs on. */
final class Stage implements AutoCloseable {

  static final int VENDORS = 10;
  private static final int SEATS_PER_VENDOR = 20_000;
  private static final String VERIFIED = "reclaim.revocation-verified.v1";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  final BenchVendors vendors;
  final AuditLog log;
  private final Orders orders;
  private final Parts parts;
  private final ServiceDatabase revocations;
  private final ServiceDatabase audit;
  private final Engine engine;
  private long ordered;

  Stage(Path folder, VendorLimits limits)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    this.parts = Parts.start(folder);
    this.vendors = BenchVendors.start(VENDORS, limits);
    this.revocations = parts.database("revocation_service", Revocation.class);
    this.audit = parts.database("audit_service", Entry.class);
    Map<String, Map<String, String>> connections = new TreeMap<>();
    for (int i = 0; i < VENDORS; i++) {
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
    for (int i = 0; i < VENDORS; i++) {
      orders.define(i);
    }
    log.await("reclaim.application-defined.v1", VENDORS, PATIENCE);
  }

  /**
   * Approves that many at once, and waits until the proof of each is in the audit log.
   *
   * @return how long it took, in seconds
   */
  double revoke(int count, String name)
      throws SQLException, InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sent.add(orders.approve(i % VENDORS, name + "-" + i));
    }
    for (Future<?> one : sent) {
      one.get();
    }
    ordered += count;
    awaitAll();
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Approves so many a second, for so long, and does not wait for what becomes of them. */
  void load(Duration length, int perSecond, String name)
      throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    long gap = 1_000_000_000L / perSecond;
    for (long count = 0; count * gap < length.toNanos(); count++) {
      long early = begun + count * gap - System.nanoTime();
      if (early > 0) {
        Thread.sleep(Duration.ofNanos(early));
      }
      orders.approve((int) (count % VENDORS), name + "-" + count).get();
      ordered++;
    }
  }

  /** Until the proof of all that was approved is in the audit log. */
  void awaitAll() throws SQLException, InterruptedException {
    log.await(VERIFIED, ordered, PATIENCE);
  }

  void effects(Findings findings) {
    long freed = sum(BenchVendor::effects);
    long twice = sum(BenchVendor::repeats);
    findings.row("  seats freed", number("%,d", freed), number("%d of them twice", twice));
    findings.target(
        number("each of %,d seats freed once", ordered),
        number("%,d, %d twice", freed, twice),
        freed == ordered && twice == 0);
  }

  long sum(ToLongFunction<BenchVendor> what) {
    return vendors.all().stream().mapToLong(what).sum();
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
