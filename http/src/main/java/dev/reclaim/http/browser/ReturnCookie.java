package dev.reclaim.http.browser;

import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;

/**
 * Remembers over the sign-in what the reader wanted to see. It comes back from another site, so it
 * is no strict cookie; and only its path is believed, so that it leads nowhere else.
 */
final class ReturnCookie {

  /** The form mechanism reads it, too. */
  static final String NAME = "reclaim-return";

  private ReturnCookie() {}

  static NewCookie to(URI wanted, boolean secure) {
    return cookie(wanted.toString()).secure(secure).build();
  }

  static NewCookie gone() {
    return cookie("").maxAge(0).build();
  }

  private static NewCookie.Builder cookie(String value) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX);
  }

  /**
   * Path and query alone; two slashes in front would name another host. Some clients keep quotes.
   */
  static Optional<URI> ownPath(String wanted) {
    try {
      URI uri = URI.create(wanted.replaceAll("^\"|\"$", ""));
      String path = uri.getRawPath();
      return path == null || !path.startsWith("/") || path.startsWith("//")
          ? Optional.empty()
          : Optional.of(
              URI.create(path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
