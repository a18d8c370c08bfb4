package dev.reclaim.consent.crypto;

import dev.reclaim.consent.Seals;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By the platform's own HMAC-SHA256. */
public final class HmacSeals implements Seals {

  private static final String NAME = "HmacSHA256";

  @Override
  public byte[] seal(byte[] key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(NAME);
      mac.init(new SecretKeySpec(key, NAME));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + NAME, e);
    }
  }
}
