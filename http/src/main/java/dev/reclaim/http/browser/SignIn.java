package dev.reclaim.http.browser;

import dev.reclaim.http.LocalUsers;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * In and out. A local login is typed into the page, whose form Quarkus' own mechanism takes;
 * without local logins the company's OpenID Connect provider asks.
 */
@Path("/")
@PermitAll
@IfBuildProperty(name = "quarkus.http.auth.form.enabled", stringValue = "true")
public class SignIn {

  private final Csrf csrf;
  private final DoorWords words;
  private final LocalUsers locals;
  private final SessionCookies sessions;
  private final CompanySession company;

  SignIn(
      Csrf csrf,
      DoorWords words,
      LocalUsers locals,
      SessionCookies sessions,
      CompanySession company) {
    this.csrf = csrf;
    this.words = words;
    this.locals = locals;
    this.sessions = sessions;
    this.company = company;
  }

  @GET
  @Path("login")
  @Produces(DoorPages.HTML)
  @Operation(summary = "The sign-in page, or the way to the company's")
  public Response page(@QueryParam("wrong") @DefaultValue("false") boolean wrong) {
    return locals.areConfigured()
        ? Response.ok(DoorPages.login(words, wrong).render()).build()
        : Response.seeOther(URI.create(CompanySignIn.PATH)).build();
  }

  @POST
  @Path("logout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @FormWithToken
  @Produces(DoorPages.HTML)
  @Operation(summary = "Sign out, from the button on every page")
  public Response out(@FormParam(Csrf.FIELD) String token, @Context HttpHeaders headers) {
    csrf.check(token);
    return left()
        .cookie(
            sessions.among(headers.getCookies().keySet()).stream()
                .map(SignIn::gone)
                .toArray(NewCookie[]::new))
        .build();
  }

  /**
   * A page of ours leads to the provider: a form that is sent there itself is stopped by browsers.
   */
  private Response.ResponseBuilder left() {
    return locals.areConfigured()
        ? Response.seeOther(URI.create("/login"))
        : Response.ok(
            DoorPages.signedOut(words, company.whereItEnds().map(URI::toString)).render());
  }

  private static NewCookie gone(String cookie) {
    return new NewCookie.Builder(cookie)
        .value("")
        .path("/")
        .maxAge(0)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
