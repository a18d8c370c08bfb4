package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.connectors.BadSettings;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.KnowsLimits;
import dev.reclaim.events.ConnectionName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server's habits are is said by settings, and a habit that nobody knows is refused. */
class Scim2GenericSettingsTest {

  private static Connections connected(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("type", "scim2-generic");
    settings.put("host", "scim.example.com");
    settings.putAll(more);
    return Connections.from(Map.of("app", settings));
  }

  @Test
  void needsAHostAndASecretAndNoMore() {
    // when
    try (Connections connections = connected(Map.of("token", "any"))) {
      // then
      assertThat(connections.named(new ConnectionName("app")).as(KnowsLimits.class))
          .hasValueSatisfying(limits -> assertThat(limits.rest()).isEqualTo(Duration.ZERO));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "change-by, magic",
    "find-by, nickName",
    "pages, offset",
    "leave-by, force",
    "members-in, both",
    "switching-off, maybe",
    "deleting, perhaps",
    "media-type, text/xml",
  })
  void refusesAHabitThatNobodyKnows(String key, String value) {
    // when
    assertThatThrownBy(() -> connected(Map.of("token", "any", key, value)).close())
        // then
        .isInstanceOf(BadSettings.class)
        .hasMessageStartingWith("reclaim.connections.app." + key + ": must be one of");
  }

  @Test
  void needsTheHostOfTokensOnlyWithTokens() {
    // given
    Map<String, String> oauth =
        Map.of("sign-in", "oauth", "client-id", "a-client", "client-secret", "any");
    // when
    assertThatThrownBy(() -> connected(oauth).close())
        // then
        .isInstanceOf(BadSettings.class)
        .hasMessageStartingWith("reclaim.connections.app.token-host: ");
  }
}
