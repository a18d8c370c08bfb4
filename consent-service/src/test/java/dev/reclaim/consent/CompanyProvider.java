package dev.reclaim.consent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The company's OpenID Connect provider, which lets in whoever it was told to, without a question.
 */
public final class CompanyProvider implements QuarkusTestResourceLifecycleManager {

  private static final String CLIENT = "reclaim";
  private static volatile String person = "nobody";

  private HttpServer server;
  private KeyPair keys;
  private String address;

  static void signsIn(String login) {
    person = login;
  }

  @Override
  public Map<String, String> start() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    address = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext("/", this::answer);
    server.start();
    return Map.of(
        "quarkus.oidc.tenant-enabled",
        "true",
        "quarkus.oidc.auth-server-url",
        address,
        "quarkus.oidc.client-id",
        CLIENT,
        "quarkus.oidc.credentials.secret",
        "only-for-tests-only-for-tests-only-for-tests");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    exchange.getRequestBody().readAllBytes();
    switch (path) {
      case "/.well-known/openid-configuration" -> json(exchange, description());
      case "/jwks" -> json(exchange, key());
      case "/token" -> json(exchange, tokens());
      case "/authorize" -> comeBack(exchange);
      default -> exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  private String description() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/jwks"}"""
        .formatted(address);
  }

  private String key() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"one","n":"%s","e":"%s"}]}"""
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] plain = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  private String tokens() {
    String token =
        Jwt.issuer(address)
            .audience(CLIENT)
            .subject("subject-of-" + person)
            .preferredUserName(person)
            .expiresIn(Duration.ofMinutes(5))
            .jws()
            .keyId("one")
            .sign(keys.getPrivate());
    return """
        {"access_token":"opaque","token_type":"Bearer","expires_in":300,"id_token":"%s"}"""
        .formatted(token);
  }

  private static void comeBack(HttpExchange exchange) throws IOException {
    Map<String, String> query =
        Arrays.stream(exchange.getRequestURI().getRawQuery().split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    exchange
        .getResponseHeaders()
        .add("Location", query.get("redirect_uri") + "?code=once&state=" + query.get("state"));
    exchange.sendResponseHeaders(302, -1);
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
