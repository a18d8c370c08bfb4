package dev.reclaim.connectors.declarative;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One way to sign in.
 *
 * @param headers go with every request
 * @param exchange how a session is got first, if one is needed
 */
record SignIn(
    String name,
    Map<String, Template> headers,
    Optional<Ask.Basic> basic,
    Optional<Exchange> exchange) {

  /**
   * A request that gives a session; its answer is known as {@code session}.
   *
   * @param lives how many seconds it lasts, as the answer says
   * @param otherwise how long it lasts if the answer does not say
   */
  record Exchange(
      String request, Optional<Template> lives, Duration otherwise, Optional<Jwt> jwt) {}

  /**
   * A signed statement (RFC 7523), known as {@code jwt}.
   *
   * @param key the private key, PKCS #8 in PEM
   */
  record Jwt(Template key, Optional<Template> keyId, Map<String, Template> claims, Duration lives) {

    static Jwt of(Entry entry) {
      entry.allowOnly("key", "key-id", "claims", "lives");
      return new Jwt(
          Template.of(entry.required("key")),
          entry.optional("key-id", Template::of),
          entry.map("claims", Template::of),
          entry.optional("lives", Length::of).orElse(Duration.ofMinutes(5)));
    }
  }

  static SignIn of(Entry entry) {
    entry.allowOnly("headers", "basic", "exchange", "lives", "otherwise", "jwt");
    return new SignIn(
        entry.key(),
        Ask.headers(entry),
        entry.optional("basic", Ask.Basic::of),
        entry.optional(
            "exchange",
            exchange ->
                new Exchange(
                    exchange.text(),
                    entry.optional("lives", Template::of),
                    entry.optional("otherwise", Length::of).orElse(Duration.ofMinutes(5)),
                    entry.optional("jwt", Jwt::of))));
  }
}
