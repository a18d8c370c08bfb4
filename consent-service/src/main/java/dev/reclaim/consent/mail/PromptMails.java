package dev.reclaim.consent.mail;

import dev.reclaim.consent.MailQueue;
import dev.reclaim.events.PromptId;
import dev.reclaim.messaging.Loop;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the questions that wait. Claim and keys, commit, mail server, result: if we stop after the
 * mail server took it, it is sent once more under the same Message-ID, and both mails' links work.
 *
 * <p>On a thread of its own: the mail client answers on its caller's Vert.x context, which must not
 * be the one that waits for the answer.
 */
@Singleton
public class PromptMails extends Loop {

  private static final Logger LOG = Logger.getLogger(PromptMails.class);
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** A server that took the connection and then says nothing must not keep the others waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final int LONGEST_ERROR = 300;

  private final MailQueue queue;
  private final WritesMail writer;
  private final ReactiveMailer mailer;
  private final InstantSource clock;
  private final Duration firstWait;
  private final Duration every;

  PromptMails(
      MailQueue queue,
      WritesMail writer,
      ReactiveMailer mailer,
      InstantSource clock,
      @ConfigProperty(name = "reclaim.consent.mail.retry") Duration firstWait,
      @ConfigProperty(name = "reclaim.consent.mail.every") Duration every) {
    super("prompt-mails");
    this.queue = queue;
    this.writer = writer;
    this.mailer = mailer;
    this.clock = clock;
    this.firstWait = firstWait;
    this.every = every;
  }

  void begin(@Observes StartupEvent event) {
    start();
  }

  void end(@Observes ShutdownEvent event) {
    close();
  }

  @Override
  protected void round() throws InterruptedException {
    Optional<WritesMail.Letter> next = claim();
    while (running() && next.isPresent() && send(next.get())) {
      alive();
      next = claim();
    }
    alive();
    pause(every);
  }

  private Optional<WritesMail.Letter> claim() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                queue
                    .claim(clock.instant(), clock.instant().plus(LEASE))
                    .map(prompt -> writer.write(prompt, clock.instant())));
  }

  /** Whether to go on: a mail server that is away need not be asked for each mail. */
  private boolean send(WritesMail.Letter letter) {
    return switch (letter) {
      case WritesMail.Letter.NoAddress none -> {
        failed(none.prompt(), "HR knows no e-mail address of the reader");
        yield true;
      }
      case WritesMail.Letter.Written written -> {
        try {
          mailer.send(written.mail()).await().atMost(PATIENCE);
          QuarkusTransaction.requiringNew()
              .run(() -> queue.sent(written.prompt(), clock.instant()));
          yield true;
        } catch (RuntimeException e) {
          LOG.warnf("A question waits, since the mail server did not take it: %s", reason(e));
          failed(written.prompt(), reason(e));
          yield false;
        }
      }
    };
  }

  private void failed(PromptId prompt, String why) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              int attempts = queue.failed(prompt, why);
              queue.tryAgainAt(prompt, clock.instant().plus(wait(attempts)));
            });
  }

  /** Twice as long each time, anywhere between half of it and all of it. */
  private Duration wait(int attempts) {
    long most =
        Math.min(
            LONGEST_WAIT.toMillis(),
            firstWait.toMillis() << Math.min(20, Math.max(0, attempts - 1)));
    return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
  }

  /** The root's own words, without the mail: that has the code in it. */
  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String reason = root.getClass().getSimpleName() + ": " + root.getMessage();
    return reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR) + "…";
  }
}
