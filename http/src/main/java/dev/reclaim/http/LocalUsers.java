package dev.reclaim.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The logins of an installation on one machine, as {@code reclaim.users=login:sha256:role+role,…}.
 *
 * <p>SHA-256 without stretching is enough here only for passwords that are generated, with 128 bits
 * and more, as those of {@code ./reclaim up} are; whoever adds a login by hand is told to do the
 * same. Production uses OpenID Connect and refuses to start with this key set.
 */
@ApplicationScoped
public class LocalUsers implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

  /** Compared with when there is no such login, so that both answers take as long. */
  private static final String NOBODY = "0".repeat(64);

  private final Map<String, LocalUser> users;

  LocalUsers(
      @ConfigProperty(name = "reclaim.users") Optional<String> configured,
      @ConfigProperty(name = "quarkus.profile", defaultValue = "prod") String profile) {
    this.users = LocalUser.parseAll(configured.orElse(""));
    if (!users.isEmpty() && profile.equals("prod")) {
      throw new IllegalStateException(
          "reclaim.users: local logins are for one machine; in production use OpenID Connect"
              + " (quarkus.oidc.auth-server-url, quarkus.oidc.client-id) and remove this key");
    }
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    LocalUser user = users.get(request.getUsername());
    byte[] given = hash(new String(request.getPassword().getPassword()));
    byte[] wanted = HexFormat.of().parseHex(user == null ? NOBODY : user.passwordHash());
    if (!MessageDigest.isEqual(given, wanted) || user == null) {
      return Uni.createFrom()
          .failure(new AuthenticationFailedException("unknown login or wrong password"));
    }
    return Uni.createFrom().item(identityOf(user));
  }

  /** Who signed in earlier, with the roles of now; empty when the login is gone meanwhile. */
  Optional<SecurityIdentity> known(String login) {
    return Optional.ofNullable(users.get(login)).map(LocalUsers::identityOf);
  }

  /** Whether this installation has local logins at all. */
  public boolean areConfigured() {
    return !users.isEmpty();
  }

  private static SecurityIdentity identityOf(LocalUser user) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(user.login()))
        .addRoles(user.roles())
        .build();
  }

  private static byte[] hash(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
