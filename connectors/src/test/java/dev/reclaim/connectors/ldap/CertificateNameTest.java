package dev.reclaim.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.events.ConnectionName;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trusted certificate of another machine is no proof, encrypted from the start or later. */
class CertificateNameTest {

  private static final String PASSWORD = "only-for-this-test";

  @ParameterizedTest
  @CsvSource({
    "ldaps, ldaps, ip:127.0.0.1, refused the connection's login",
    "ldaps, ldaps, dns:dc1.example.com, is for another name",
    "ldap, starttls, ip:127.0.0.1, refused the connection's login",
    "ldap, starttls, dns:dc1.example.com, is for another name",
  })
  void comparesTheNameInTheCertificate(
      String scheme, String security, String name, String expected, @TempDir Path folder)
      throws Exception {
    // given
    ServerCertificate certificate = ServerCertificate.of(name, folder);
    InMemoryDirectoryServer server = serverWith(certificate.server());
    Map<String, String> settings =
        Map.of(
            "type",
            "active-directory",
            "url",
            scheme + "://127.0.0.1:" + server.getListenPort(scheme),
            "security",
            security,
            "bind-dn",
            "CN=nobody,DC=example,DC=com",
            "password",
            PASSWORD,
            "base-dn",
            "DC=example,DC=com",
            "trust-store",
            certificate.certificate().toString());
    try (Connections connections = Connections.from(Map.of("directory", settings))) {
      // when
      AccountLook look =
          connections
              .named(new ConnectionName("directory"))
              .as(FindsAccount.class)
              .orElseThrow()
              .find("somebody");
      // then
      assertThat(look)
          .isInstanceOfSatisfying(
              AccountLook.CannotTell.class, cannot -> assertThat(cannot.why()).contains(expected));
    } finally {
      server.shutDown(true);
    }
  }

  private static InMemoryDirectoryServer serverWith(SSLContext tls) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("DC=example,DC=com");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPSConfig(
            "ldaps", here, 0, tls.getServerSocketFactory(), null),
        InMemoryListenerConfig.createLDAPConfig("ldap", here, 0, tls.getSocketFactory()));
    InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
    server.startListening();
    return server;
  }
}
