package dev.reclaim.http.browser;

import dev.reclaim.http.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Shows that a form comes from one of our own pages: the browser sends the same random token in a
 * cookie, which other sites cannot read, and in the form.
 */
@RequestScoped
public class Csrf {

  /** The field of the form. */
  public static final String FIELD = "csrf";

  /** For requests that carry no form. */
  public static final String HEADER = "X-Reclaim-Csrf";

  static final String COOKIE = "reclaim-csrf";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Optional<String> brought;
  private String made;

  Csrf(HttpHeaders headers) {
    Cookie cookie = headers.getCookies().get(COOKIE);
    this.brought =
        Optional.ofNullable(cookie)
            .map(Cookie::getValue)
            .filter(value -> value.matches("[0-9a-f]{32}"));
  }

  /** The token that a form of this page carries. */
  public String token() {
    return brought.orElseGet(this::make);
  }

  private String make() {
    if (made == null) {
      byte[] bytes = new byte[16];
      RANDOM.nextBytes(bytes);
      made = HexFormat.of().formatHex(bytes);
    }
    return made;
  }

  /**
   * The cookie to set, if the browser has none yet. It also comes along when somebody follows a
   * link from a mail, so that the forms of other open pages stay good.
   */
  Optional<NewCookie> cookie(boolean secure) {
    return Optional.ofNullable(made)
        .map(
            token ->
                new NewCookie.Builder(COOKIE)
                    .value(token)
                    .path("/")
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite(NewCookie.SameSite.LAX)
                    .build());
  }

  /** Whether this is the token of the browser's cookie. */
  public boolean fits(String given) {
    return given != null
        && brought.isPresent()
        && MessageDigest.isEqual(bytes(brought.get()), bytes(given));
  }

  /** Refuses the request unless its form carries the token of its cookie. */
  public void check(String fromForm) {
    if (!fits(fromForm)) {
      throw Problems.forbidden(
          "The form is not from an open page of Reclaim, or that page is too old; go back, reload it"
              + " and try again");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
