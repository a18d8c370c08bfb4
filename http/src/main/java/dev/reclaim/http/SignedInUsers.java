package dev.reclaim.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Recognises a local login by the encrypted cookie that its sign-in got. Roles are read anew each
 * time, so a login that was taken away is out at once.
 */
@ApplicationScoped
public class SignedInUsers implements IdentityProvider<TrustedAuthenticationRequest> {

  private final LocalUsers users;

  SignedInUsers(LocalUsers users) {
    this.users = users;
  }

  @Override
  public Class<TrustedAuthenticationRequest> getRequestType() {
    return TrustedAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .item(
            users
                .known(request.getPrincipal())
                .orElseThrow(() -> new AuthenticationFailedException("this login is gone")));
  }
}
