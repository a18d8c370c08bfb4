package dev.reclaim.consent.channels;

import dev.reclaim.consent.Letter;
import dev.reclaim.consent.Message;
import dev.reclaim.consent.MessageId;
import dev.reclaim.consent.Messages;
import dev.reclaim.consent.SendsPrompts;
import dev.reclaim.consent.SendsPrompts.Outcome;
import dev.reclaim.messaging.Loop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Sends what waits for one channel. Claim, commit, deadlines, commit, keys, commit, channel,
 * result: if we stop before the channel took it, the claim runs out and it is claimed anew; if we
 * stop after, it goes out once more under the same id, and the links of both work.
 *
 * <p>On a thread of its own, so that a channel that hangs keeps no other waiting.
 */
final class ChannelWorker extends Loop {

  private static final Logger LOG = Logger.getLogger(ChannelWorker.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final int LONGEST_ERROR = 300;

  private final SendsPrompts channel;
  private final Desk desk;
  private final Pace pace;

  /** What a worker works with. */
  interface Desk {

    Instant now();

    Optional<Message> claim(dev.reclaim.consent.Channel channel, Instant leaseUntil);

    /** The time to answer a question begins now; what is not asked any more leaves the message. */
    Optional<Message> leaving(Message claimed);

    /** Empty when its reader is not known any more. */
    Optional<Letter> letter(Message message);

    Messages messages();

    void undeliverable(MessageId message, String why);

    /** Nothing is claimed for this channel until then. */
    void rest(dev.reclaim.consent.Channel channel, Instant until);
  }

  /**
   * How fast.
   *
   * @param firstWait after a first failure; twice as long each time
   */
  record Pace(Duration every, Duration firstWait) {}

  ChannelWorker(SendsPrompts channel, Desk desk, Pace pace) {
    super("channel-" + channel.channel().name().toLowerCase(Locale.ROOT));
    this.channel = channel;
    this.desk = desk;
    this.pace = pace;
  }

  @Override
  protected void round() throws InterruptedException {
    Optional<Message> next = claim();
    while (running() && next.isPresent() && send(next.get())) {
      alive();
      next = claim();
    }
    alive();
    pause(pace.every());
  }

  private Optional<Message> claim() {
    return QuarkusTransaction.requiringNew()
        .call(() -> desk.claim(channel.channel(), desk.now().plus(LEASE)));
  }

  /** Whether to go on: a channel that is away need not be asked for each message. */
  private boolean send(Message claimed) {
    MessageId message = claimed.id();
    Optional<Letter> letter;
    try {
      Optional<Message> leaving = desk.leaving(claimed);
      if (leaving.isEmpty()) {
        return true;
      }
      letter = QuarkusTransaction.requiringNew().call(() -> desk.letter(leaving.get()));
    } catch (RuntimeException e) {
      // In a transaction of its own, so that what cannot be written waits, and nothing behind it.
      String why = "it could not be written: " + e.getClass().getSimpleName();
      LOG.errorf("A message waits for %s, since %s", name(), why);
      inTransaction(() -> tryLater(message, new Outcome.TryLater(why, Optional.empty())));
      return true;
    }
    Outcome outcome =
        letter
            .map(this::handOver)
            .orElseGet(() -> new Outcome.Undeliverable("HR does not know the reader any more"));
    return switch (outcome) {
      case Outcome.Delivered it -> {
        inTransaction(() -> desk.messages().sent(message, it.reference(), desk.now()));
        yield true;
      }
      case Outcome.TryLater it -> {
        LOG.warnf("A message waits, since %s did not take it: %s", name(), it.why());
        inTransaction(() -> tryLater(message, it));
        yield false;
      }
      case Outcome.Undeliverable it -> {
        inTransaction(() -> desk.undeliverable(message, shortened(it.why())));
        yield true;
      }
    };
  }

  private Outcome handOver(Letter letter) {
    try {
      return channel.send(letter);
    } catch (RuntimeException e) {
      // Its words may hold the link; its kind says enough.
      return new Outcome.TryLater(e.getClass().getSimpleName(), Optional.empty());
    }
  }

  private void tryLater(MessageId message, Outcome.TryLater it) {
    int attempts = desk.messages().failed(message, shortened(it.why()));
    Instant now = desk.now();
    Instant asked = now.plus(it.after().orElse(Duration.ZERO));
    Instant ours = now.plus(wait(attempts));
    desk.messages().tryAgainAt(message, ours.isAfter(asked) ? ours : asked);
    // What it asked for, it asked of all of us, not for this message.
    it.after().ifPresent(_ -> desk.rest(channel.channel(), asked));
  }

  private static void inTransaction(Runnable work) {
    QuarkusTransaction.requiringNew().run(work);
  }

  /** Up to twice as long each time: full jitter, so that those who wait do not come at once. */
  private Duration wait(int attempts) {
    long most =
        Math.min(
            LONGEST_WAIT.toMillis(),
            pace.firstWait().toMillis() << Math.min(20, Math.max(0, attempts - 1)));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
  }

  private static String shortened(String why) {
    return why.length() <= LONGEST_ERROR ? why : why.substring(0, LONGEST_ERROR) + "…";
  }
}
