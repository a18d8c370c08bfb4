package dev.reclaim.consent.crypto;

import dev.reclaim.consent.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Tokens have 256 bits, so a plain hash is enough for them. Codes have six digits, few enough to
 * try them all against any hash, however slow: theirs is keyed by the token, which is kept nowhere.
 * Whoever reads the table has nothing to try them with; and a mail costs no time to make.
 */
public final class RandomSecrets implements Secrets {

  private static final int LONGEST_CODE = 20;

  private final SecureRandom random = new SecureRandom();
  private final HmacSeals seals = new HmacSeals();

  @Override
  public String code() {
    return "%06d".formatted(random.nextInt(1_000_000));
  }

  @Override
  public Fresh fresh(String code) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Fresh(
        token, code, hashOfToken(token), HexFormat.of().formatHex(hashOfCode(token, code)));
  }

  @Override
  public String hashOfToken(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean fits(String token, String code, String codeHash) {
    String digits = code.replaceAll("[\\s-]", "");
    String bounded = digits.length() > LONGEST_CODE ? digits.substring(0, LONGEST_CODE) : digits;
    return MessageDigest.isEqual(hashOfCode(token, bounded), HexFormat.of().parseHex(codeHash));
  }

  private byte[] hashOfCode(String token, String code) {
    return seals.seal(
        token.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }
}
