package dev.reclaim.consent;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real SMTP server, which can be away for a while. */
public final class MailServer implements QuarkusTestResourceLifecycleManager {

  private static final Pattern LINK = Pattern.compile("/prompts/([\\w-]{43})");
  private static final Pattern CODE = Pattern.compile("^(\\d{3} \\d{3})\\s*$", Pattern.MULTILINE);
  private static final int PORT = freePort();
  private static GreenMail server;

  /** What a reader finds in a mail. */
  record Letter(
      String messageId, String subject, String text, String html, String token, String code) {}

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    up();
    return Map.of(
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", Integer.toString(PORT),
        "quarkus.mailer.start-tls", "DISABLED",
        "quarkus.mailer.from", "reclaim@example.com");
  }

  @Override
  public void stop() {
    down();
  }

  /** Also where it is up already: a test that fails leaves none behind that have no mail. */
  static void up() {
    down();
    server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  static void down() {
    if (server != null) {
      server.stop();
    }
  }

  static void forgetAll() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Waits until this many mails have come since all were forgotten; cheap however many they are.
   * Time passes meanwhile, so that what a slow moment kept from going out comes up again.
   */
  static void awaitLetters(int count, Duration patience) {
    for (long seconds = 0; seconds < patience.toSeconds(); seconds++) {
      if (server.waitForIncomingEmail(1_000, count)) {
        return;
      }
      MovableClock.TIME.advance(Duration.ofSeconds(1));
    }
    throw new AssertionError("of " + count + " mails came " + server.getReceivedMessages().length);
  }

  static List<Letter> lettersTo(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(message -> isTo(message, address))
        .map(MailServer::read)
        .toList();
  }

  /** A mail as it came over the wire. */
  record Source(String subject, String from, List<String> recipients, String text, String html) {}

  static List<Source> sourcesTo(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(message -> isTo(message, address))
        .map(MailServer::source)
        .toList();
  }

  private static Source source(MimeMessage message) {
    try {
      MimeMultipart parts = (MimeMultipart) message.getContent();
      return new Source(
          message.getSubject(),
          message.getFrom()[0].toString(),
          Arrays.stream(message.getAllRecipients()).map(Object::toString).toList(),
          part(parts, "text/plain").replace("\r\n", "\n"),
          part(parts, "text/html"));
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Waits for the n-th mail to this address, and reads it. After ten seconds time passes, so that
   * one that could not go out at its first try is tried again.
   */
  static Letter letterTo(String address, int n) {
    Instant late = Instant.now().plusSeconds(10);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              if (Instant.now().isAfter(late)) {
                MovableClock.TIME.advance(Duration.ofMillis(100));
              }
              return lettersTo(address).size() >= n;
            });
    return lettersTo(address).get(n - 1);
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return message.getRecipients(Message.RecipientType.TO)[0].toString().contains(address);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static Letter read(MimeMessage message) {
    try {
      MimeMultipart parts = (MimeMultipart) message.getContent();
      String text = part(parts, "text/plain");
      return new Letter(
          message.getMessageID(),
          message.getSubject(),
          text,
          part(parts, "text/html"),
          first(LINK, text),
          first(CODE, text));
    } catch (MessagingException | IOException e) {
      throw new AssertionError(GreenMailUtil.getWholeMessage(message), e);
    }
  }

  private static String part(MimeMultipart parts, String type)
      throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.getContent() instanceof MimeMultipart inner) {
        return part(inner, type);
      }
      if (part.isMimeType(type)) {
        return part.getContent().toString();
      }
    }
    throw new AssertionError("no " + type);
  }

  private static String first(Pattern wanted, String text) {
    Matcher matcher = wanted.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError(wanted + " is not in:\n" + text);
    }
    return matcher.group(1);
  }
}
