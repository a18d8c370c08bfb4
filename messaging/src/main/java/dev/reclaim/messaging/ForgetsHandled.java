package dev.reclaim.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forgets the ids of events that were handled long ago, so that the inbox does not grow for ever.
 * How long they are kept must exceed the time after which anybody may still repeat an event:
 * senders that try again, and the retention of the topics.
 */
public final class ForgetsHandled extends Loop {

  private static final int BATCH = 10_000;
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(30);

  private final Inbox inbox;
  private final Transactions transactions;
  private final InstantSource clock;
  private final Duration keep;

  public ForgetsHandled(
      Inbox inbox, Transactions transactions, InstantSource clock, Duration keep) {
    super("inbox-forgets");
    if (keep.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "reclaim.messaging.remember: is less than a day; repeats would be handled twice");
    }
    this.inbox = inbox;
    this.transactions = transactions;
    this.clock = clock;
    this.keep = keep;
  }

  @Override
  protected void round() throws InterruptedException {
    AtomicInteger forgotten = new AtomicInteger();
    transactions.run(() -> forgotten.set(inbox.forget(clock.instant().minus(keep), BATCH)));
    alive();
    if (forgotten.get() < BATCH) {
      pause(NOW_AND_THEN);
    }
  }
}
