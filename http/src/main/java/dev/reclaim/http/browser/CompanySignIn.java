package dev.reclaim.http.browser;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;

/**
 * Where the company's sign-in begins and comes back to. Whoever gets here is signed in: a policy on
 * this path sends everybody else to the OpenID Connect provider first.
 */
@Path(CompanySignIn.PATH)
@Authenticated
@IfBuildProperty(name = "quarkus.http.auth.form.enabled", stringValue = "true")
public class CompanySignIn {

  static final String PATH = "/sign-in/company";

  @GET
  @Operation(summary = "Sign in with the company's OpenID Connect provider, then go on")
  public Response done(@RestCookie(ReturnCookie.NAME) Optional<String> wanted) {
    return Response.seeOther(wanted.flatMap(ReturnCookie::ownPath).orElse(URI.create("/")))
        .cookie(ReturnCookie.gone())
        .build();
  }
}
