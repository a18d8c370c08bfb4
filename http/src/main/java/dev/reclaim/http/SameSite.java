package dev.reclaim.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/**
 * Refuses requests that change something and come from a page of another site. Browsers say where a
 * request comes from in {@code Origin} and {@code Sec-Fetch-Site}; programs say nothing and are
 * judged by their credentials alone.
 */
@ApplicationScoped
public class SameSite {

  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final int BEFORE_EVERYTHING = 1_000;

  void install(@Observes Filters filters) {
    filters.register(SameSite::check, BEFORE_EVERYTHING);
  }

  private static void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (HARMLESS.contains(request.method())
        || isSameSite(
            request.getHeader("Origin"),
            request.getHeader("Sec-Fetch-Site"),
            request.authority() == null ? "" : request.authority().toString())) {
      context.next();
    } else {
      context
          .response()
          .setStatusCode(403)
          .putHeader("Content-Type", "application/problem+json")
          .end(
              """
              {"type":"https://reclaim.dev/problems/cross-site","title":"Not from here","status":403,\
              "detail":"A page of another site sent this request; open Reclaim's own page and try again"}\
              """);
    }
  }

  /**
   * Whatever is said must fit. Pages that send no referrer, as ours do, send their own forms with
   * {@code Origin: null}; that is believed only beside {@code Sec-Fetch-Site}, which no page can
   * forge.
   *
   * @param origin the header, or null
   * @param fetchSite the header, or null
   * @param authority host and port that the request is addressed to
   */
  static boolean isSameSite(String origin, String fetchSite, String authority) {
    if (fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none")) {
      return false;
    }
    if (origin == null) {
      return true;
    }
    return origin.equals("null") ? fetchSite != null : isAuthorityOf(origin, authority);
  }

  private static boolean isAuthorityOf(String origin, String authority) {
    try {
      return authority.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
