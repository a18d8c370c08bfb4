package dev.reclaim.http.browser;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.util.Optional;

/**
 * The session at the company's OpenID Connect provider. It outlives ours, and would let whoever
 * sits at this browser in again without a question.
 */
@RequestScoped
class CompanySession {

  private final CurrentIdentityAssociation identities;

  CompanySession(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  /** Where a browser ends it (RP-initiated logout); empty when there is none, or no way to. */
  Optional<URI> whereItEnds() {
    try {
      return whereItEnds(identities.getDeferredIdentity().await().indefinitely());
    } catch (AuthenticationFailedException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> whereItEnds(SecurityIdentity identity) {
    OidcConfigurationMetadata provider = identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
    IdTokenCredential token = identity.getCredential(IdTokenCredential.class);
    if (provider == null || provider.getEndSessionUri() == null || token == null) {
      return Optional.empty();
    }
    String end = provider.getEndSessionUri();
    return Optional.of(
        URI.create(end + (end.contains("?") ? "&" : "?") + "id_token_hint=" + token.getToken()));
  }
}
