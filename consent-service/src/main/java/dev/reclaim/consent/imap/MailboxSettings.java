package dev.reclaim.consent.imap;

import dev.reclaim.consent.ChannelSettings;
import dev.reclaim.consent.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The mailbox for bounces.
 *
 * @param encrypted false only on this machine
 * @param every how often it is read
 */
public record MailboxSettings(
    String host,
    int port,
    boolean encrypted,
    String user,
    Secret password,
    String folder,
    Duration every) {

  /** All keys below {@code mail.} that are read here. */
  public static final Set<String> KEYS =
      Set.of(
          "bounces.address",
          "bounces.user",
          "bounces.password",
          "bounces.folder",
          "bounces.every",
          "bounces.key");

  private static final int IMAP = 143;
  private static final int IMAPS = 993;
  private static final int SHORTEST_KEY = 32;

  /** Empty where no mailbox is named; then nobody hears of bounces. */
  public static Optional<MailboxSettings> of(ChannelSettings settings) {
    return settings
        .optional("bounces.address")
        .map(text -> of(settings, settings.checked("bounces.address", text, MailboxSettings::uri)));
  }

  /** With what Message-IDs are sealed; needed with a mailbox, and of no use without. */
  public static Optional<Secret> keyOf(ChannelSettings settings) {
    if (settings.optional("bounces.address").isEmpty()) {
      return Optional.empty();
    }
    Secret key = settings.secret("bounces.key");
    if (key.reveal().length() < SHORTEST_KEY) {
      throw settings.refuse(
          "bounces.key", "is shorter than " + SHORTEST_KEY + " characters, and must be random");
    }
    return Optional.of(key);
  }

  private static MailboxSettings of(ChannelSettings settings, URI address) {
    boolean encrypted = address.getScheme().equals("imaps");
    Duration every = settings.duration("bounces.every", Duration.ofMinutes(1));
    if (every.compareTo(Duration.ofMillis(100)) < 0) {
      throw settings.refuse("bounces.every", "is shorter than a tenth of a second");
    }
    return new MailboxSettings(
        address.getHost(),
        address.getPort() > 0 ? address.getPort() : encrypted ? IMAPS : IMAP,
        encrypted,
        settings.required("bounces.user"),
        settings.secret("bounces.password"),
        settings.optional("bounces.folder").orElse("INBOX"),
        every);
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null
          || uri.getRawUserInfo() != null
          || !(uri.getRawPath() == null || uri.getRawPath().isEmpty())) {
        throw new IllegalArgumentException("must be imaps://HOST or imaps://HOST:PORT");
      }
      if ("imaps".equals(uri.getScheme()) || ("imap".equals(uri.getScheme()) && isHere(uri))) {
        return uri;
      }
      throw new IllegalArgumentException("must begin with imaps://");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is no address", e);
    }
  }

  private static boolean isHere(URI uri) {
    try {
      return InetAddress.ofLiteral(uri.getHost()).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Names the mailbox, without its password. */
  String name() {
    return user + "@" + host + "/" + folder;
  }

  @Override
  public String toString() {
    return "MailboxSettings[" + name() + "]";
  }
}
