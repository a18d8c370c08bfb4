package dev.reclaim.consent.crypto;

import dev.reclaim.consent.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Tokens have 256 bits, so a plain hash is enough for them. Codes have six digits: their hash is
 * salted and stretched, and what really protects them is that five wrong ones lock the question.
 */
public final class RandomSecrets implements Secrets {

  private static final int ROUNDS = 50_000;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String code() {
    return "%06d".formatted(random.nextInt(1_000_000));
  }

  @Override
  public Fresh fresh(String code) {
    byte[] token = new byte[32];
    random.nextBytes(token);
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    return new Fresh(
        name,
        code,
        hashOfToken(name),
        HexFormat.of().formatHex(salt),
        HexFormat.of().formatHex(stretch(code, salt)));
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
  public boolean fits(String code, String salt, String codeHash) {
    String digits = code.replaceAll("[\\s-]", "");
    String bounded = digits.length() > 20 ? digits.substring(0, 20) : digits;
    return MessageDigest.isEqual(
        stretch(bounded, HexFormat.of().parseHex(salt)), HexFormat.of().parseHex(codeHash));
  }

  private static byte[] stretch(String code, byte[] salt) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(code.toCharArray(), salt, ROUNDS, 256))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2", e);
    }
  }
}
