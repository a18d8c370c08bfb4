package dev.reclaim.consent.slack;

import dev.reclaim.consent.Seals;
import dev.reclaim.consent.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Whether a request comes from Slack: {@code X-Slack-Signature} is {@code v0=} and the HMAC-SHA256
 * of {@code v0:timestamp:body} in hexadecimal, over the bytes as they came. It is good for five
 * minutes around its time.
 */
public final class SlackSignature {

  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Seals seals;
  private final Optional<Secret> signingSecret;

  /**
   * @param signingSecret without one, nothing comes from Slack
   */
  public SlackSignature(Seals seals, Optional<Secret> signingSecret) {
    this.seals = seals;
    this.signingSecret = signingSecret;
  }

  /**
   * The signature, if it is genuine; the same for the same request, so it can be told when it comes
   * again.
   *
   * @param timestamps all headers of that name
   * @param signatures all headers of that name
   */
  Optional<String> genuine(
      List<String> timestamps, List<String> signatures, byte[] body, Instant now) {
    if (timestamps.size() != 1 || signatures.size() != 1 || signingSecret.isEmpty()) {
      return Optional.empty();
    }
    String timestamp = timestamps.getFirst();
    if (!timestamp.matches("[0-9]{1,11}") || !isNear(Long.parseLong(timestamp), now)) {
      return Optional.empty();
    }
    String expected = "v0=" + HexFormat.of().formatHex(seal(timestamp, body));
    return MessageDigest.isEqual(bytes(expected), bytes(signatures.getFirst()))
        ? Optional.of(expected)
        : Optional.empty();
  }

  private static boolean isNear(long seconds, Instant now) {
    return Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(WINDOW) <= 0;
  }

  private byte[] seal(String timestamp, byte[] body) {
    byte[] head = bytes("v0:" + timestamp + ":");
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return seals.seal(bytes(signingSecret.orElseThrow().reveal()), whole);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
