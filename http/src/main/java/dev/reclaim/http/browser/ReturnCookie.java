package dev.reclaim.http.browser;

import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Remembers over the sign-in what the reader wanted to see. It comes back from another site, so it
 * is no strict cookie; and only a path is believed, so that it leads nowhere else.
 */
final class ReturnCookie {

  /** In letters that no client puts into quotes. */
  static final String NAME = "reclaim-back";

  /** The same for the form mechanism, which wants the whole address as it is. */
  private static final String OF_THE_FORM = "reclaim-return";

  private ReturnCookie() {}

  static List<NewCookie> to(URI wanted, boolean secure) {
    return List.of(
        cookie(OF_THE_FORM, wanted.toString()).secure(secure).build(),
        cookie(NAME, encoded(pathOf(wanted))).secure(secure).build());
  }

  static NewCookie[] gone() {
    return new NewCookie[] {
      cookie(OF_THE_FORM, "").maxAge(0).build(), cookie(NAME, "").maxAge(0).build()
    };
  }

  private static NewCookie.Builder cookie(String name, String value) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX);
  }

  static String encoded(String path) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(path.getBytes(StandardCharsets.UTF_8));
  }

  /** Path and query alone; two slashes in front would name another host. */
  static Optional<URI> ownPath(String cookie) {
    try {
      String wanted = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
      URI uri = URI.create(wanted);
      return uri.isAbsolute() || !wanted.startsWith("/") || wanted.startsWith("//")
          ? Optional.empty()
          : Optional.of(URI.create(pathOf(uri)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String pathOf(URI uri) {
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }
}
