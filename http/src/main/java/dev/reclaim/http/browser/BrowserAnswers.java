package dev.reclaim.http.browser;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Optional;

/**
 * Programs get {@code problem+json}; a person gets the sign-in page instead of a 401, and a page
 * instead of a problem.
 */
@Provider
@IfBuildProperty(name = "quarkus.http.auth.form.enabled", stringValue = "true")
public class BrowserAnswers implements ContainerResponseFilter {

  private final Csrf csrf;
  private final DoorWords words;

  BrowserAnswers(Csrf csrf, DoorWords words) {
    this.csrf = csrf;
    this.words = words;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean secure = request.getUriInfo().getRequestUri().getScheme().equals("https");
    csrf.cookie(secure).ifPresent(cookie -> setCookie(response, cookie));
    if (request.getHeaderString("HX-Request") != null && response.getStatus() == 401) {
      response.getHeaders().putSingle("HX-Redirect", "/login");
      return;
    }
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accept == null || !accept.contains(MediaType.TEXT_HTML)) {
      return;
    }
    if (response.getStatus() == 401) {
      signIn(request, response, secure);
    } else if (response.getEntity() instanceof HttpProblem problem) {
      page(response, problem);
    }
  }

  private static void signIn(
      ContainerRequestContext request, ContainerResponseContext response, boolean secure) {
    response.setStatus(303);
    response.setEntity(null);
    response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
    response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create("/login"));
    if (request.getMethod().equals("GET")) {
      ReturnCookie.to(request.getUriInfo().getRequestUri(), secure)
          .forEach(cookie -> setCookie(response, cookie));
    }
  }

  private void page(ContainerResponseContext response, HttpProblem problem) {
    String html =
        DoorPages.refusal(
                words,
                Optional.ofNullable(problem.getTitle()),
                Optional.ofNullable(problem.getDetail()))
            .render();
    response.setEntity(html, new Annotation[0], MediaType.valueOf(DoorPages.HTML));
  }

  private static void setCookie(ContainerResponseContext response, NewCookie cookie) {
    response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
  }
}
