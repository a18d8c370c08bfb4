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

  SignIn(Csrf csrf, DoorWords words, LocalUsers locals, SessionCookies sessions) {
    this.csrf = csrf;
    this.words = words;
    this.locals = locals;
    this.sessions = sessions;
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
  @Operation(summary = "Sign out, from the button on every page")
  public Response out(@FormParam(Csrf.FIELD) String token, @Context HttpHeaders headers) {
    csrf.check(token);
    return Response.seeOther(URI.create("/login"))
        .cookie(
            sessions.among(headers.getCookies().keySet()).stream()
                .map(SignIn::gone)
                .toArray(NewCookie[]::new))
        .build();
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
