package dev.reclaim.revocation.schedule;

import dev.reclaim.messaging.Loop;
import dev.reclaim.revocation.CarriesOut;
import dev.reclaim.revocation.Claims;
import dev.reclaim.revocation.Claims.Claimed;
import dev.reclaim.revocation.Lease;
import dev.reclaim.revocation.Ledger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/**
 * Claims what is due and carries it out, each on a virtual thread, so many at a time per
 * connection: a slow system makes only its own queue longer.
 */
public final class Works extends Loop {

  private static final Logger LOG = Logger.getLogger(Works.class);
  private static final Duration AFTER_ACCIDENT = Duration.ofSeconds(30);
  private static final long END_WITHIN_SECONDS = 5;

  /** Rooms that come free within this time are filled together. */
  private static final Duration GATHER = Duration.ofMillis(15);

  private final Claims claims;
  private final Ledger ledger;
  private final CarriesOut carriesOut;
  private final InstantSource clock;
  private final Eagerness eagerness;
  private boolean resumed;
  private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
  private final Set<String> recovered = ConcurrentHashMap.newKeySet();
  private final Semaphore calls = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * How eagerly it works.
   *
   * @param poll how long it waits when nobody calls
   * @param perConnection how many it has under way at a time behind one connection
   * @param worthWhile how many of them make sense at the moment
   */
  public record Eagerness(Duration poll, int perConnection, ToIntFunction<String> worthWhile) {

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

  /** A system answers again: what waited for it is due. */
  public void recovered(String connection) {
    recovered.add(connection);
    wake();
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
      hurryWhatWaited();
      if (begin() == 0) {
        if (calls.tryAcquire(eagerness.poll().toMillis(), TimeUnit.MILLISECONDS)) {
          calls.drainPermits();
        }
      }
      pause(GATHER);
    }
  }

  private void hurryWhatWaited() {
    for (String connection : List.copyOf(recovered)) {
      recovered.remove(connection);
      claims.hurry(connection);
    }
  }

  private int begin() {
    List<Claimed> claimed = claims.claim(this::room);
    for (Claimed one : claimed) {
      AtomicInteger busy = busy(one.connection());
      busy.incrementAndGet();
      threads.execute(() -> carryOut(one.lease(), busy));
    }
    return claimed.size();
  }

  private int room(String connection) {
    int most = Math.min(eagerness.perConnection(), eagerness.worthWhile().applyAsInt(connection));
    return most - busy(connection).get();
  }

  private AtomicInteger busy(String connection) {
    return underWay.computeIfAbsent(connection, _ -> new AtomicInteger());
  }

  private void carryOut(Lease lease, AtomicInteger busy) {
    try {
      carriesOut.carryOn(lease);
    } catch (RuntimeException e) {
      LOG.warnf(e, "%s is taken up again later", lease.state().task().id());
      postpone(lease);
    } finally {
      busy.decrementAndGet();
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
