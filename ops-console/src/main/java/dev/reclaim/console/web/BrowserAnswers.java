package dev.reclaim.console.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.net.URI;

/**
 * Programs get {@code problem+json}; a person gets the sign-in page instead of a 401, and a page
 * instead of a problem.
 */
@Provider
public class BrowserAnswers implements ContainerResponseFilter {

  /** Where the sign-in page takes the reader afterwards; the form mechanism reads it. */
  private static final String RETURN = "reclaim-return";

  private final Csrf csrf;

  BrowserAnswers(Csrf csrf) {
    this.csrf = csrf;
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
      setCookie(
          response,
          new NewCookie.Builder(RETURN)
              .value(request.getUriInfo().getRequestUri().toString())
              .path("/")
              .httpOnly(true)
              .secure(secure)
              .sameSite(NewCookie.SameSite.STRICT)
              .build());
    }
  }

  private static void page(ContainerResponseContext response, HttpProblem problem) {
    String html = Pages.refusal(problem.getTitle(), problem.getDetail()).render();
    response.setEntity(html, new Annotation[0], MediaType.valueOf(Pages.HTML));
  }

  private static void setCookie(ContainerResponseContext response, NewCookie cookie) {
    response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
  }
}
