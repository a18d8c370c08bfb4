package dev.reclaim.http.browser;

import dev.reclaim.http.Problems;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * A browser sends its session along without being asked, so a session alone orders nothing: the
 * token of an open page comes with it, in the form or in the header {@link Csrf#HEADER}. Programs
 * that name their credentials themselves need none.
 */
@Provider
@IfBuildProperty(name = "quarkus.http.auth.form.enabled", stringValue = "true")
public class SessionsBringTokens implements ContainerRequestFilter {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private final Csrf csrf;
  private final SessionCookies sessions;
  private final ResourceInfo target;

  SessionsBringTokens(Csrf csrf, SessionCookies sessions, ResourceInfo target) {
    this.csrf = csrf;
    this.sessions = sessions;
    this.target = target;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean bySession =
        request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
            && !sessions.among(request.getCookies().keySet()).isEmpty();
    if (HARMLESS.contains(request.getMethod()) || !bySession) {
      return;
    }
    if (!target.getResourceMethod().isAnnotationPresent(FormWithToken.class)
        && !csrf.fits(request.getHeaderString(Csrf.HEADER))) {
      throw Problems.forbidden(
          "A session alone changes nothing: send the token of an open page in the header "
              + Csrf.HEADER
              + ", or name your credentials");
    }
  }
}
