package dev.reclaim.console.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** In and out. The form's target is Quarkus' own form mechanism. */
@Path("/")
@PermitAll
public class SignIn {

  private final Csrf csrf;
  private final String sessionCookie;

  SignIn(
      Csrf csrf,
      @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String sessionCookie) {
    this.csrf = csrf;
    this.sessionCookie = sessionCookie;
  }

  @GET
  @Path("login")
  @Produces(Pages.HTML)
  @Operation(summary = "The sign-in page")
  public String page(@QueryParam("wrong") @DefaultValue("false") boolean wrong) {
    return Pages.login(wrong).render();
  }

  @POST
  @Path("logout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Sign out, from the button on every page")
  public Response out(@FormParam(Csrf.FIELD) String token) {
    csrf.check(token);
    NewCookie gone =
        new NewCookie.Builder(sessionCookie)
            .value("")
            .path("/")
            .maxAge(0)
            .httpOnly(true)
            .sameSite(NewCookie.SameSite.STRICT)
            .build();
    return Response.seeOther(URI.create("/login")).cookie(gone).build();
  }
}
