package dev.reclaim.revocation.mail;

import dev.reclaim.messaging.Loop;
import dev.reclaim.revocation.Alarms;
import dev.reclaim.revocation.Alarms.Alarm;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Tells people that a brake holds something: one line in the log, one more on the meter, and a mail
 * where an address is configured. A mail server that does not answer delays the mail alone.
 */
public final class RaisesAlarms extends Loop {

  private static final Logger LOG = Logger.getLogger(RaisesAlarms.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** A server that took the connection and then says nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Alarms alarms;
  private final ReactiveMailer mailer;

  /** A mail client that is asked on a thread of another kind may miss the server's greeting. */
  private final Vertx vertx;

  private final Optional<String> mailTo;
  private final MeterRegistry meters;
  private final InstantSource clock;

  /** Those whose mail has not gone out yet. */
  private final Set<Alarm> announced = new HashSet<>();

  /**
   * @param mailTo who gets a mail; empty for nobody
   */
  public RaisesAlarms(
      Alarms alarms,
      ReactiveMailer mailer,
      Vertx vertx,
      Optional<String> mailTo,
      MeterRegistry meters,
      InstantSource clock) {
    super("alarms");
    this.alarms = alarms;
    this.mailer = mailer;
    this.vertx = vertx;
    this.mailTo = mailTo;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  protected void round() throws InterruptedException {
    while (running()) {
      alive();
      for (Alarm alarm : alarms.untold()) {
        raise(alarm);
      }
      alarms.forgetOver();
      pause(LOOK_EVERY);
    }
  }

  private void raise(Alarm alarm) {
    if (announced.add(alarm)) {
      LOG.warnf("The brake %s holds revocations: %s", alarm.brake(), alarm.why());
      meters.counter("reclaim.brake.stopped", "kind", kindOf(alarm.brake())).increment();
    }
    mailTo.ifPresent(address -> mail(address, alarm));
    alarms.told(alarm.brake(), clock.instant());
    announced.remove(alarm);
  }

  /** Without the names of applications, of which there are many. */
  private static String kindOf(String brake) {
    int dash = brake.indexOf('-');
    return brake.startsWith("kill") || dash < 0 ? brake : brake.substring(0, dash);
  }

  private void mail(String address, Alarm alarm) {
    Uni.createFrom()
        .deferred(() -> mailer.send(written(address, alarm)))
        .runSubscriptionOn(send -> vertx.runOnContext(_ -> send.run()))
        .await()
        .atMost(PATIENCE);
  }

  private static Mail written(String address, Alarm alarm) {
    return Mail.withText(
        address,
        "Reclaim: the brake %s holds revocations".formatted(alarm.brake()),
        """
        The brake %s holds revocations since %s.

        %s

        Nothing that it holds is taken until people have looked. See what it holds with GET /brakes
        or in the console; the runbook "brakes" says what to do.
        """
            .formatted(alarm.brake(), alarm.since(), alarm.why()));
  }
}
