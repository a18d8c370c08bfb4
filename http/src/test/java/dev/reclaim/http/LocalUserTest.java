package dev.reclaim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalUserTest {

  private static final String HASH = "ab".repeat(32);

  @Test
  void readsLoginsWithTheirRoles() {
    assertThat(LocalUser.parseAll("ann:" + HASH + ":admin+feed, bob:" + HASH + ":auditor"))
        .hasEntrySatisfying("ann", ann -> assertThat(ann.roles()).containsOnly("admin", "feed"))
        .hasEntrySatisfying("bob", bob -> assertThat(bob.roles()).containsOnly("auditor"));
  }

  @Test
  void aMalformedEntryIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> LocalUser.parseAll("ann:secret:admin"))
        .hasMessageStartingWith("reclaim.users: ")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> LocalUser.parseAll("ann:" + HASH + ":a,ann:" + HASH + ":b"))
        .hasMessage("reclaim.users: ann stands twice");
  }

  @Test
  void whatIsPrintedHoldsNoHash() {
    assertThat(LocalUser.parseAll("ann:" + HASH + ":admin").toString()).doesNotContain(HASH);
  }

  @Test
  void productionRefusesLocalLogins() {
    Optional<String> users = Optional.of("ann:" + HASH + ":admin");
    assertThatThrownBy(() -> new LocalUsers(users, "prod"))
        .hasMessageStartingWith("reclaim.users: ")
        .hasMessageContaining("OpenID Connect");
    assertThat(new LocalUsers(users, "local")).isNotNull();
    assertThat(new LocalUsers(Optional.empty(), "prod")).isNotNull();
  }
}
