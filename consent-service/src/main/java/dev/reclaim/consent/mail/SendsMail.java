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
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mail by SMTP, as text and as HTML. */
@Singleton
public class SendsMail implements SendsPrompts {

  /** A server that took the connection and then says nothing must not keep the others waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How the mail client begins what it says of an answer to RCPT. */
  private static final String AT_RECIPIENT = "recipient address not accepted";

  private static final String OUR_HEADER = "X-Reclaim-Message";
  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

  /** 5.1.7 and 5.1.8 are about the sender's address. */
  private static final Pattern OF_THE_READER = Pattern.compile("5\\.(1\\.(?!7$|8$)\\d+|2\\.\\d+)");

  /** RFC 5321: no such mailbox, not here, not allowed. */
  private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

  private final ReactiveMailer mailer;

  /**
   * The client is asked on a thread of its own kind. Asked from another, it may miss the greeting
   * of a server that is quick, and then waits for it until we give up.
   */
  private final Vertx vertx;

  private final Template html;
  private final Template text;
  private final String from;
  private final MailIds ids;

  SendsMail(
      ReactiveMailer mailer,
      Vertx vertx,
      @Location("prompt/mail.html") Template html,
      @Location("prompt/mail.txt") Template text,
      @ConfigProperty(name = "quarkus.mailer.from") String from,
      MailIds ids) {
    this.mailer = mailer;
    this.vertx = vertx;
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
      Mail mail = written(letter, address.get());
      Uni.createFrom()
          .deferred(() -> mailer.send(mail))
          .runSubscriptionOn(send -> vertx.runOnContext(_ -> send.run()))
          .await()
          .atMost(PATIENCE);
      return new Outcome.Delivered(Optional.empty());
    } catch (RuntimeException e) {
      return refused(root(e))
          .orElseGet(() -> new Outcome.TryLater(reason(root(e)), Optional.empty()));
    }
  }

  /**
   * An answer about the mailbox (RFC 3463: 5.1.x and 5.2.x) is about this reader, and so is a plain
   * one to the recipient's address; any other trouble is the server's, or ours with it.
   */
  static Optional<Outcome> refused(Throwable e) {
    return e instanceof SMTPException answer && answer.isPermanent() && isAboutTheReader(answer)
        ? Optional.of(
            new Outcome.Undeliverable(
                "the mail server refuses the reader's address with " + answer.getReplyCode()))
        : Optional.empty();
  }

  private static boolean isAboutTheReader(SMTPException answer) {
    return enhanced(answer)
        .map(status -> OF_THE_READER.matcher(status).matches())
        .orElseGet(
            () ->
                NO_MAILBOX.contains(answer.getReplyCode())
                    && answer.getMessage().startsWith(AT_RECIPIENT));
  }

  private static Optional<String> enhanced(SMTPException answer) {
    return Optional.ofNullable(answer.getReplyMessage())
        .map(ENHANCED::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
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

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Servers quote the reader's address, and exceptions the mail with its code: numbers alone. */
  static String reason(Throwable root) {
    return root instanceof SMTPException answer
        ? "the mail server answers "
            + answer.getReplyCode()
            + enhanced(answer).map(status -> " " + status).orElse("")
        : root.getClass().getSimpleName();
  }
}
