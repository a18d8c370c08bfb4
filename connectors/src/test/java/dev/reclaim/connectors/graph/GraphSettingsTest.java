package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.connectors.BadSettings;
import dev.reclaim.connectors.Settings;
import dev.reclaim.events.ConnectionName;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphSettingsTest {

  private static Settings with(String key, String value) {
    Map<String, String> values = new HashMap<>();
    values.put("type", "microsoft-graph");
    values.put("tenant-id", "contoso.onmicrosoft.com");
    values.put("client-id", "5f3c1f54-8a61-4f55-9a55-0d5d10c4a001");
    values.put("client-secret", "very-secret");
    values.put(key, value);
    return new Settings(new ConnectionName("tenant"), values);
  }

  @Test
  void showsNoSecret() {
    assertThat(GraphSettings.from(with("cloud", "global")).toString())
        .contains("contoso")
        .doesNotContain("very-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "tenant-id, a/../b",
    "client-secret, ''",
    "cloud, moon",
    "network, everywhere",
    "address-graph, http://127.0.0.1:80/graph",
    "time-out, soon",
    "time-out, PT0S",
    "time-out, PT5M1S",
    "clientsecret, x"
  })
  void refusesAWrongValueAndNamesItsKey(String key, String value) {
    assertThatThrownBy(() -> GraphSettings.from(with(key, value)))
        .isInstanceOf(BadSettings.class)
        .hasMessageStartingWith("reclaim.connections.tenant." + key);
  }

  @ParameterizedTest
  @CsvSource({
    "global, graph.microsoft.com, login.microsoftonline.com",
    "us-government, graph.microsoft.us, login.microsoftonline.us",
    "us-dod, dod-graph.microsoft.us, login.microsoftonline.us",
    "china, microsoftgraph.chinacloudapi.cn, login.partner.microsoftonline.cn"
  })
  void knowsTheHostsOfEachCloud(String cloud, String graph, String login) {
    GraphSettings settings = GraphSettings.from(with("cloud", cloud));
    assertThat(settings.cloud().graphHost()).isEqualTo(graph);
    assertThat(settings.cloud().loginHost()).isEqualTo(login);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://10.0.0.1/graph", "http://graph.example.com/", "http://127.1/x?y=z"})
  void makesADetourOverThisMachineOnly(String address) {
    Map<String, String> values = new HashMap<>();
    values.put("type", "microsoft-graph");
    values.put("tenant-id", "contoso.onmicrosoft.com");
    values.put("client-id", "app");
    values.put("client-secret", "very-secret");
    values.put("network", "loopback");
    values.put("address-login", "http://127.0.0.1:1/login");
    values.put("address-graph", address);
    Settings settings = new Settings(new ConnectionName("tenant"), values);
    assertThatThrownBy(() -> GraphSettings.from(settings))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("address-graph");
  }

  @Test
  void doesNotFollowANameToThisMachine() {
    assertThatThrownBy(() -> new ChecksAddresses().lookup("localhost"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("not public");
  }
}
