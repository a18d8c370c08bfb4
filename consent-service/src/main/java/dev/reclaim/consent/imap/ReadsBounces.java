package dev.reclaim.consent.imap;

import dev.reclaim.consent.Bounce;
import dev.reclaim.consent.Bounces;
import dev.reclaim.consent.HearsOfBounces;
import dev.reclaim.consent.WhenMailComesBackThenTryAnother;
import dev.reclaim.messaging.Loop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks into the mailbox for bounces. What a mail does and how far the mailbox was read become true
 * in one transaction; if we stop in between, the mail is read again.
 */
@Singleton
public class ReadsBounces implements HearsOfBounces {

  private static final Logger LOG = Logger.getLogger(ReadsBounces.class);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

  private final Optional<Reading> reading;
  private final WhenMailComesBackThenTryAnother comesBack;
  private final Bounces bounces;
  private final InstantSource clock;

  ReadsBounces(
      Optional<MailboxSettings> settings,
      WhenMailComesBackThenTryAnother comesBack,
      Bounces bounces,
      InstantSource clock,
      MeterRegistry metrics) {
    this.reading = settings.map(Reading::new);
    this.comesBack = comesBack;
    this.bounces = bounces;
    this.clock = clock;
    if (settings.isPresent()) {
      for (Bounces.Outcome outcome : Bounces.Outcome.values()) {
        Gauge.builder("reclaim.bounces", () -> bounces.counts().get(outcome))
            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
            .description("Mails that came to the mailbox for bounces, by what they did")
            .register(metrics);
      }
    }
  }

  @Override
  public boolean listens() {
    return reading.isPresent();
  }

  @Override
  public Optional<String> trouble() {
    return reading.map(Loop::trouble).filter(it -> !it.isEmpty());
  }

  void begin(@Observes StartupEvent event) {
    reading.ifPresent(Loop::start);
  }

  void end(@Observes ShutdownEvent event) {
    reading.ifPresent(Loop::close);
  }

  private void take(String mailbox, Bounce bounce, Bounces.Position upTo) {
    Optional<Bounces.Noted> noted =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  bounces.readUpTo(mailbox, upTo);
                  return comesBack.take(bounce, clock.instant());
                });
    noted.ifPresent(
        it ->
            LOG.infof(
                "A mail came to the mailbox for bounces: %s %s %s",
                it.outcome(), it.status(), it.message().map(Object::toString).orElse("")));
  }

  private final class Reading extends Loop {

    private final MailboxSettings settings;
    private final Mailbox mailbox;

    Reading(MailboxSettings settings) {
      super("bounces");
      this.settings = settings;
      this.mailbox = new Mailbox(settings);
    }

    @Override
    protected void round() throws Exception {
      String name = settings.name();
      Optional<Bounces.Position> position =
          QuarkusTransaction.requiringNew().call(() -> bounces.position(name));
      mailbox.readAfter(
          position,
          (bounce, upTo) -> {
            take(name, bounce, upTo);
            alive();
          });
      alive();
      Duration left = settings.every();
      while (running() && left.isPositive()) {
        pause(left.compareTo(SIGN_OF_LIFE) < 0 ? left : SIGN_OF_LIFE);
        left = left.minus(SIGN_OF_LIFE);
        alive();
      }
    }
  }
}
