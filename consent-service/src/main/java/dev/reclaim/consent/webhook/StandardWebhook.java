package dev.reclaim.consent.webhook;

import dev.reclaim.consent.Seals;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Signs and checks as the Standard Webhooks specification 1.0 says: HMAC-SHA256 over {@code
 * id.timestamp.body}, base64 behind {@code v1,}, one for each secret with a blank between them.
 * Good for five minutes around its time.
 */
final class StandardWebhook {

  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MOST_SIGNATURES = 20;

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST_KEY = 24;
  private static final int LONGEST_KEY = 64;

  private final Seals seals;

  StandardWebhook(Seals seals) {
    this.seals = seals;
  }

  /** The headers that go with a body, signed for this moment. */
  Map<String, String> headers(String id, Instant at, String body, List<String> secrets) {
    String timestamp = Long.toString(at.getEpochSecond());
    byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
    return Map.of(
        ID,
        id,
        TIMESTAMP,
        timestamp,
        SIGNATURE,
        secrets.stream().map(secret -> sign(secret, signed)).collect(Collectors.joining(" ")));
  }

  /** What came, with all headers of each name. */
  record Received(List<String> ids, List<String> timestamps, List<String> signatures) {}

  /** Its id, if one of these secrets has signed it lately. */
  Optional<String> genuine(Received it, byte[] body, Instant now, List<String> secrets) {
    if (it.ids().size() != 1 || it.timestamps().size() != 1 || it.signatures().size() != 1) {
      return Optional.empty();
    }
    String id = it.ids().getFirst();
    String timestamp = it.timestamps().getFirst();
    if (!id.matches("[A-Za-z0-9_-]{1,200}")
        || !timestamp.matches("[0-9]{1,11}")
        || !isNear(Long.parseLong(timestamp), now)) {
      return Optional.empty();
    }
    byte[] signed = joined((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8), body);
    String[] given = it.signatures().getFirst().split(" ", MOST_SIGNATURES);
    boolean fits = false;
    for (String secret : secrets) {
      byte[] expected = sign(secret, signed).getBytes(StandardCharsets.UTF_8);
      for (String signature : given) {
        fits |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
      }
    }
    return fits ? Optional.of(id) : Optional.empty();
  }

  private static boolean isNear(long seconds, Instant now) {
    return Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(WINDOW) <= 0;
  }

  private static byte[] joined(byte[] head, byte[] body) {
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  private String sign(String secret, byte[] signed) {
    return "v1," + Base64.getEncoder().encodeToString(seals.seal(keyOf(secret), signed));
  }

  /**
   * The key that a secret stands for.
   *
   * @throws IllegalArgumentException if it is none; the message says nothing of it
   */
  static byte[] keyOf(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException("must lead to a secret that begins with " + PREFIX);
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      // Its message would quote the secret.
      throw new IllegalArgumentException("leads to a secret that is not base64");
    }
    if (key.length < SHORTEST_KEY || key.length > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "must lead to a secret of " + SHORTEST_KEY + " to " + LONGEST_KEY + " bytes");
    }
    return key;
  }
}
