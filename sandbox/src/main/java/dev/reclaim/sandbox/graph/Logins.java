package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The token endpoint of the tenant: client credentials only. */
final class Logins {

  private record Login(String secret, Set<String> permissions) {}

  private static final Duration VALID = Duration.ofHours(1);

  private final Map<String, Login> logins = new LinkedHashMap<>();
  private final Map<String, Set<String>> tokens = new LinkedHashMap<>();

  synchronized void add(String client, String secret, Set<String> permissions) {
    logins.put(client, new Login(secret, new TreeSet<>(permissions)));
  }

  /** What the bearer of a token may do; empty for a token that was never given. */
  synchronized Optional<Set<String>> permissions(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  /** Answers {@code POST /{tenant}/oauth2/v2.0/token}. */
  synchronized Reply token(Map<String, String> form) {
    String client = form.getOrDefault("client_id", "");
    Login login = logins.get(client);
    if (login == null) {
      return refused(
          400,
          "unauthorized_client",
          700016,
          "Application with identifier '%s' was not found in the directory.".formatted(client));
    }
    if (!login.secret().equals(form.get("client_secret"))) {
      return refused(
          401,
          "invalid_client",
          7000215,
          "Invalid client secret provided for app '" + client + "'.");
    }
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return refused(400, "unsupported_grant_type", 70003, "The app requested another grant.");
    }
    String token = jwt(client, login.permissions());
    tokens.put(token, login.permissions());
    return Reply.ok(
        Json.object()
            .put("token_type", "Bearer")
            .put("expires_in", VALID.toSeconds())
            .put("ext_expires_in", VALID.toSeconds())
            .put("access_token", token));
  }

  static Reply unavailable() {
    return refused(503, "temporarily_unavailable", 90033, "A transient error has occurred.");
  }

  /** As Entra's: a JWT whose claim {@code roles} names the application permissions. */
  private String jwt(String client, Set<String> permissions) {
    ObjectNode claims =
        Json.object()
            .put("appid", client)
            .put("exp", Instant.now().plus(VALID).getEpochSecond())
            .put("uti", Ids.of("token", client + tokens.size()));
    permissions.forEach(claims.putArray("roles")::add);
    return String.join(
        ".",
        List.of(
            part(Json.object().put("typ", "JWT").put("alg", "none")), part(claims), "not-signed"));
  }

  private static String part(ObjectNode json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Reply refused(int status, String error, int code, String text) {
    ObjectNode body =
        Json.object()
            .put("error", error)
            .put("error_description", "AADSTS%d: %s".formatted(code, text));
    body.putArray("error_codes").add(code);
    return new Reply(status, Map.of(), Optional.of(body));
  }
}
