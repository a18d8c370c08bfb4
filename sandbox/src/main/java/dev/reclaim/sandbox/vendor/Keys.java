package dev.reclaim.sandbox.vendor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** One key pair for whoever signs in with a signed statement; made anew in every process. */
public final class Keys {

  private static final KeyPair PAIR = pair();

  private Keys() {}

  /** PKCS #8 in PEM. */
  public static String privateKey() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(PAIR.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----";
  }

  /** Whether a JWT is signed with this key, by that issuer. */
  static boolean hasSigned(String jwt, String issuer) {
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(PAIR.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          && issuer.equals(
              Reply.parse(
                      new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                  .path("iss")
                  .asText());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** What a JWT claims, whoever signed it. */
  static String claim(String jwt, String name) {
    String[] parts = jwt.split("\\.", -1);
    return parts.length == 3
        ? Reply.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
            .path(name)
            .asText()
        : "";
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("there is no RSA here", e);
    }
  }
}
