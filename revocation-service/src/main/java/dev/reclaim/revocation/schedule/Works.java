package dev.reclaim.revocation.schedule;

import dev.reclaim.messaging.Loop;
import dev.reclaim.revocation.CarriesOut;
import dev.reclaim.revocation.Claims;
import dev.reclaim.revocation.Lease;
import dev.reclaim.revocation.Ledger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Claims what is due and carries it out, each on a virtual thread, so many at a time per
 * connection: a slow system makes only its own queue longer.
 */
public final class Works extends Loop {

  private static final Logger LOG = Logger.getLogger(Works.class);
  private static final Duration AFTER_ACCIDENT = Duration.ofSeconds(30);
  private static final long END_WITHIN_SECONDS = 5;

  private final Claims claims;
  private final Ledger ledger;
  private final CarriesOut carriesOut;
  private final InstantSource clock;
  private final Eagerness eagerness;
  private boolean resumed;
  private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();
  private final Semaphore calls = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * How eagerly it works.
   *
   * @param poll how long it waits when nobody calls
   * @param perConnection how many it carries out at a time behind one connection
   */
  public record Eagerness(Duration poll, int perConnection) {

    public Eagerness {
      if (poll.isNegative() || poll.isZero()) {
        throw new IllegalArgumentException("reclaim.revocation.poll: must be longer than nothing");
      }
      if (perConnection < 1) {
        throw new IllegalArgumentException("reclaim.revocation.per-connection: is less than one");
      }
    }
  }

  public Works(
      Claims claims,
      Ledger ledger,
      CarriesOut carriesOut,
      InstantSource clock,
      Eagerness eagerness) {
    super("revocation-worker");
    this.claims = claims;
    this.ledger = ledger;
    this.carriesOut = carriesOut;
    this.clock = clock;
    this.eagerness = eagerness;
  }

  /** There may be something to do. */
  public void wake() {
    calls.release();
  }

  @Override
  protected void interruptWork() {
    wake();
  }

  @Override
  protected void round() throws InterruptedException {
    if (!resumed) {
      claims.giveBackOwn();
      resumed = true;
    }
    while (running()) {
      alive();
      if (begin() == 0 && calls.tryAcquire(eagerness.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        calls.drainPermits();
      }
    }
  }

  private int begin() {
    int begun = 0;
    for (String connection : claims.dueConnections()) {
      Semaphore room =
          rooms.computeIfAbsent(connection, _ -> new Semaphore(eagerness.perConnection()));
      int free = room.availablePermits();
      if (free > 0) {
        for (Lease lease : claims.claim(connection, free)) {
          room.acquireUninterruptibly();
          threads.execute(() -> carryOut(lease, room));
          begun++;
        }
      }
    }
    return begun;
  }

  private void carryOut(Lease lease, Semaphore room) {
    try {
      carriesOut.carryOn(lease);
    } catch (RuntimeException e) {
      LOG.warnf(e, "%s is taken up again later", lease.state().task().id());
      postpone(lease);
    } finally {
      room.release();
      wake();
    }
  }

  /** If that fails as well, the lease runs out by itself. */
  private void postpone(Lease lease) {
    try {
      ledger.postpone(lease, clock.instant().plus(AFTER_ACCIDENT));
    } catch (RuntimeException e) {
      LOG.debugf(e, "%s waits until its lease ends", lease.state().task().id());
    }
  }

  @Override
  protected void finish() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("Calls that are under way are looked at after the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
