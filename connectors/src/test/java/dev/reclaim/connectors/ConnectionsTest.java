package dev.reclaim.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.events.ConnectionName;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

  private static final String SECRET = "very-secret-indeed";

  private static Map<String, String> settings() {
    return new HashMap<>(
        Map.of(
            "type", "active-directory",
            "url", "ldap://127.0.0.1:3899",
            "security", "none",
            "bind-dn", "CN=reclaim,OU=Services,DC=example,DC=com",
            "password", SECRET,
            "base-dn", "DC=example,DC=com"));
  }

  @Test
  void opensWhatIsConfiguredWithoutConnecting() {
    // given
    Map<String, Map<String, String>> configured = Map.of("corporate-directory", settings());
    // when
    Connections connections = Connections.from(configured);
    // then
    Connector connector = connections.named(new ConnectionName("corporate-directory"));
    assertThat(connector.kind()).isEqualTo("active-directory");
    assertThat(connector.as(Revokes.class)).isPresent();
    assertThat(connections + " " + connector).doesNotContain(SECRET);
    connections.close();
  }

  @Test
  void saysWhichConnectionsThereAreWhenAskedForAnother() {
    // given
    Connections connections = Connections.from(Map.of("corporate-directory", settings()));
    // when
    ConnectionName unknown = new ConnectionName("other");
    // then
    assertThatThrownBy(() -> connections.named(unknown))
        .isInstanceOf(UnknownConnection.class)
        .hasMessageContaining("'other'")
        .hasMessageContaining("corporate-directory");
    connections.close();
  }

  @ParameterizedTest
  @CsvSource({
    "type, '', is missing",
    "type, no-such-kind, is no kind of connector",
    "url, '', is missing",
    "url, http://127.0.0.1, is not ldaps",
    "url, ldap:///DC=example, names no host",
    "security, '', must be ldaps",
    "security, ldaps, needs an ldaps:// address",
    "bind-dn, '', is missing",
    "password, '', is missing",
    "base-dn, '', is missing",
    "base-dn, example.com, is not a distinguished name",
    "trust-store, /no/such/file.pem, no readable file",
    "basedn, DC=example, is not a setting of this type",
  })
  void refusesABadSettingByItsKey(String key, String value, String problem) {
    // given
    Map<String, String> settings = settings();
    settings.put(key, value);
    // when
    Map<String, Map<String, String>> configured = Map.of("directory", settings);
    // then
    assertThatThrownBy(() -> Connections.from(configured))
        .isInstanceOf(BadSettings.class)
        .hasMessageStartingWith("reclaim.connections.directory." + key + ": ")
        .hasMessageContaining(problem)
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "ldap://dc1.example.com",
    "ldap://10.0.0.1",
    "ldap://127.0.0.1.example.com",
    "ldaps://127.0.0.1",
  })
  void acceptsClearTextToThisMachineOnly(String url) {
    // given
    Map<String, String> settings = settings();
    settings.put("url", url);
    // when
    Map<String, Map<String, String>> configured = Map.of("directory", settings);
    // then
    assertThatThrownBy(() -> Connections.from(configured))
        .isInstanceOf(BadSettings.class)
        .hasMessageStartingWith("reclaim.connections.directory.security: none");
  }
}
