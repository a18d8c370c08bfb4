package dev.reclaim.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Lets one of our services act for the person who signed in there, so that the record names the
 * person. Only a caller with the role {@link Roles#SERVICE} is believed; from anybody else the
 * header means nothing. The person never gets more than their own roles.
 */
@ApplicationScoped
public class OnBehalfOf implements SecurityIdentityAugmentor {

  /** The login of that person. */
  public static final String HEADER = "X-Reclaim-On-Behalf-Of";

  private final LocalUsers users;

  OnBehalfOf(LocalUsers users) {
    this.users = users;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom().item(identity);
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity,
      AuthenticationRequestContext context,
      Map<String, Object> attributes) {
    RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
    String login = request == null ? null : request.request().getHeader(HEADER);
    return Uni.createFrom()
        .item(
            login == null || identity.isAnonymous() || !identity.hasRole(Roles.SERVICE)
                ? identity
                : personNamed(login));
  }

  private SecurityIdentity personNamed(String login) {
    if (users.areConfigured()) {
      return users
          .known(login)
          .orElseThrow(() -> new AuthenticationFailedException(HEADER + ": no such login"));
    }
    // Their roles stand in a token that only the other service has seen; it has checked this one.
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(login))
        .addRole(Roles.OPERATOR)
        .build();
  }
}
