package dev.reclaim.consent.web;

import dev.reclaim.consent.People;
import dev.reclaim.consent.Words;
import dev.reclaim.events.Holder;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Who looks at the page, if they are signed in. */
@RequestScoped
public class Visitor {

  private final CurrentIdentityAssociation identities;
  private final HttpHeaders headers;
  private final People people;
  private final InstantSource clock;

  Visitor(
      CurrentIdentityAssociation identities,
      HttpHeaders headers,
      People people,
      InstantSource clock) {
    this.identities = identities;
    this.headers = headers;
    this.people = people;
    this.clock = clock;
  }

  /** Empty for a stranger; a session that has ended makes nobody known. */
  Optional<String> login() {
    try {
      SecurityIdentity identity = identities.getDeferredIdentity().await().indefinitely();
      return identity.isAnonymous()
          ? Optional.empty()
          : Optional.of(identity.getPrincipal().getName());
    } catch (AuthenticationFailedException e) {
      return Optional.empty();
    }
  }

  /** The person whom HR knows by this login. */
  Optional<Holder> person() {
    return login().flatMap(people::named);
  }

  Words words() {
    return words(person());
  }

  /** What we say to this reader; the browser's wish counts where HR names no language. */
  Words words(Optional<Holder> reader) {
    return Words.of(reader, headers.getAcceptableLanguages(), now());
  }

  Instant now() {
    return clock.instant();
  }
}
