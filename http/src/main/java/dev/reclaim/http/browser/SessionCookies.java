package dev.reclaim.http.browser;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookies by which a browser is somebody: of a local login, or of the company's sign-in. */
@ApplicationScoped
class SessionCookies {

  /** As Quarkus OIDC names its own; long ones come in numbered parts. */
  private static final String COMPANY = "q_session";

  private final String local;

  SessionCookies(@ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String local) {
    this.local = local;
  }

  List<String> among(Collection<String> names) {
    return names.stream().filter(name -> name.equals(local) || name.startsWith(COMPANY)).toList();
  }
}
