package dev.reclaim.http.browser;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The session at the company's OpenID Connect provider. It outlives ours, and would let whoever
 * sits at this browser in again without a question.
 */
@RequestScoped
class CompanySession {

  private final CurrentIdentityAssociation identities;
  private final Optional<String> client;

  CompanySession(
      CurrentIdentityAssociation identities,
      @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> client) {
    this.identities = identities;
    this.client = client;
  }

  /**
   * Where a browser ends it (RP-initiated logout); empty when there is none, or no way to. Without
   * the token as a hint, since no token belongs into an address: so the provider asks once more.
   */
  Optional<URI> whereItEnds() {
    try {
      return whereItEnds(identities.getDeferredIdentity().await().indefinitely());
    } catch (AuthenticationFailedException e) {
      return Optional.empty();
    }
  }

  private Optional<URI> whereItEnds(SecurityIdentity identity) {
    OidcConfigurationMetadata provider = identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
    if (provider == null
        || provider.getEndSessionUri() == null
        || identity.getCredential(IdTokenCredential.class) == null) {
      return Optional.empty();
    }
    String end = provider.getEndSessionUri();
    return client.map(
        id ->
            URI.create(
                end
                    + (end.contains("?") ? "&" : "?")
                    + "client_id="
                    + URLEncoder.encode(id, StandardCharsets.UTF_8)));
  }
}
