package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Signed statements of who calls: RS256 (RFC 7515, RFC 7519). */
final class Jwts {

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private Jwts() {}

  static String sign(SignIn.Jwt jwt, Scope scope, Instant now) {
    ObjectNode header = Bodies.JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT");
    jwt.keyId().ifPresent(id -> header.put("kid", id.fill(scope)));
    ObjectNode claims = Bodies.JSON.createObjectNode();
    jwt.claims().forEach((name, value) -> claims.put(name, value.fill(scope)));
    claims
        .put("iat", now.getEpochSecond())
        .put("exp", now.plus(jwt.lives()).getEpochSecond())
        .put("jti", UUID.randomUUID().toString());
    String signed = part(header) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key(jwt.key().fill(scope)));
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Without the cause: its message may quote the key.
      throw new Ended(
          new Ending.NoSignIn(
              "the connection's private key cannot be used",
              "Correct 'private-key' of the connection: RSA in PEM, PKCS #8 (BEGIN PRIVATE KEY)."));
    }
  }

  private static String part(ObjectNode json) {
    return URL.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static PrivateKey key(String pem) throws GeneralSecurityException {
    String base64 =
        pem.replace("\\n", "\n").replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }
}
