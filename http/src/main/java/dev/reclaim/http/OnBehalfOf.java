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

  /**
   * The id of a holder who has shown the calling service who they are. They get the role {@link
   * Roles#HOLDER} and no other.
   */
  public static final String HOLDER_HEADER = "X-Reclaim-On-Behalf-Of-Holder";

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
    if (request == null || identity.isAnonymous() || !identity.hasRole(Roles.SERVICE)) {
      return Uni.createFrom().item(identity);
    }
    String holder = request.request().getHeader(HOLDER_HEADER);
    String login = request.request().getHeader(HEADER);
    if (holder != null) {
      return Uni.createFrom().item(withRole(holder, Roles.HOLDER));
    }
    return Uni.createFrom().item(login == null ? identity : personNamed(login));
  }

  private SecurityIdentity personNamed(String login) {
    if (users.areConfigured()) {
      return users
          .known(login)
          .orElseThrow(() -> new AuthenticationFailedException(HEADER + ": no such login"));
    }
    // Their roles stand in a token that only the other service has seen; it has checked this one.
    return withRole(login, Roles.OPERATOR);
  }

  private static SecurityIdentity withRole(String name, String role) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRole(role)
        .build();
  }
}
