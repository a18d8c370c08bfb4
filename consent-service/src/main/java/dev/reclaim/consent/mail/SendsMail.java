package dev.reclaim.consent.mail;

import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Letter;
import dev.reclaim.consent.MailIds;
import dev.reclaim.consent.SendsPrompts;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Holder;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mail by SMTP, as text and as HTML. */
@Singleton
public class SendsMail implements SendsPrompts {

  /** A server that took the connection and then says nothing must not keep the others waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String OUR_HEADER = "X-Reclaim-Message";

  private final ReactiveMailer mailer;
  private final Template html;
  private final Template text;
  private final String from;
  private final MailIds ids;

  SendsMail(
      ReactiveMailer mailer,
      @Location("prompt/mail.html") Template html,
      @Location("prompt/mail.txt") Template text,
      @ConfigProperty(name = "quarkus.mailer.from") String from,
      MailIds ids) {
    this.mailer = mailer;
    this.html = html;
    this.text = text;
    this.from = from;
    this.ids = ids;
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public boolean severalAtOnce() {
    return true;
  }

  @Override
  public boolean reaches(Holder reader) {
    return reader.email().isPresent();
  }

  @Override
  public Outcome send(Letter letter) {
    Optional<String> address = letter.reader().email();
    if (address.isEmpty()) {
      return new Outcome.Undeliverable("HR knows no e-mail address of the reader");
    }
    try {
      mailer.send(written(letter, address.get())).await().atMost(PATIENCE);
      return new Outcome.Delivered(Optional.empty());
    } catch (RuntimeException e) {
      return new Outcome.TryLater(reason(e), Optional.empty());
    }
  }

  private Mail written(Letter letter, String address) {
    Mail mail =
        new Mail()
            .setFrom(letter.sender().map(this::from).orElse(from))
            .addTo(address)
            .setSubject(letter.subject())
            .setText(text.data("l", letter).data("w", letter.words()).render())
            .setHtml(html.data("l", letter).data("w", letter.words()).render())
            .addHeader("Message-ID", ids.of(letter.id()))
            // Some servers put a Message-ID of their own in its place.
            .addHeader(OUR_HEADER, ids.of(letter.id()))
            .addHeader("Auto-Submitted", "auto-generated");
    return switch (letter.priority()) {
      case LOW -> mail.addHeader("Importance", "low");
      case NORMAL -> mail;
      case HIGH -> mail.addHeader("Importance", "high");
    };
  }

  /** The campaign's name before our own address; what would end the name is left out of it. */
  private String from(CampaignPlan.Sender sender) {
    String name = sender.name().replaceAll("[\\p{Cntrl}\"\\\\<>(),;:@]", " ").strip();
    return name.isEmpty() ? from : name + " <" + from + ">";
  }

  /** The root's own words, without the mail: that has the code in it. */
  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
