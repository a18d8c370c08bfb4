package dev.reclaim.consent.webhook;

import dev.reclaim.consent.Seals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs as the Standard Webhooks specification 1.0 says: HMAC-SHA256 over {@code
 * id.timestamp.body}, base64 behind {@code v1,}, one for each secret with a blank between them.
 */
final class StandardWebhook {

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
        "webhook-id",
        id,
        "webhook-timestamp",
        timestamp,
        "webhook-signature",
        secrets.stream()
            .map(secret -> seals.seal(keyOf(secret), signed))
            .map(seal -> "v1," + Base64.getEncoder().encodeToString(seal))
            .collect(Collectors.joining(" ")));
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
