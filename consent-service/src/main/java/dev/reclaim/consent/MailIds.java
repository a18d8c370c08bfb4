package dev.reclaim.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Message-ID of a mail names the message in it, the same for every attempt. Where bounces are
 * read it carries a seal too: a bounce quotes it, and who has not seen the mail cannot make it up.
 */
public final class MailIds {

  private static final Pattern OURS =
      Pattern.compile("<?(msg-[0-9a-f-]{36})(?:\\.([A-Za-z0-9_-]{22}))?@reclaim>?");
  private static final int SEALED_BYTES = 16;

  private final Seals seals;
  private final Optional<Secret> key;

  /**
   * @param key empty where no bounces are read
   */
  public MailIds(Seals seals, Optional<Secret> key) {
    this.seals = seals;
    this.key = key;
  }

  /** With the angle brackets of RFC 5322. */
  public String of(MessageId message) {
    return "<" + message + key.map(it -> "." + seal(message, it)).orElse("") + "@reclaim>";
  }

  /** Whose mail a bounce says it is about. */
  public sealed interface Read {

    record Ours(MessageId message) implements Read {}

    /** It looks like ours, and its seal is missing or wrong. */
    record Forged() implements Read {}

    record NotOurs() implements Read {}
  }

  public Read read(String messageId) {
    Matcher ours = OURS.matcher(messageId.strip());
    if (!ours.matches()) {
      return new Read.NotOurs();
    }
    MessageId message = new MessageId(ours.group(1));
    return key.isPresent() && ours.group(2) != null && fits(message, key.get(), ours.group(2))
        ? new Read.Ours(message)
        : new Read.Forged();
  }

  private boolean fits(MessageId message, Secret secret, String given) {
    return MessageDigest.isEqual(
        seal(message, secret).getBytes(StandardCharsets.US_ASCII),
        given.getBytes(StandardCharsets.US_ASCII));
  }

  private String seal(MessageId message, Secret secret) {
    byte[] whole =
        seals.seal(
            secret.reveal().getBytes(StandardCharsets.UTF_8),
            ("bounce of " + message).getBytes(StandardCharsets.UTF_8));
    byte[] part = new byte[SEALED_BYTES];
    System.arraycopy(whole, 0, part, 0, SEALED_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
  }
}
