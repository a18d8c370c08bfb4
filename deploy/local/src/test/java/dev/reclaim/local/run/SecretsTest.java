package dev.reclaim.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void openHome() throws Exception {
    home = new Home(folder);
    home.open();
  }

  @Test
  void theAdminPasswordIsShownOnceAndKeptHashedOnly() throws Exception {
    // given
    Secrets first = Secrets.of(home);

    // when
    Secrets second = Secrets.of(home);

    // then
    String password = first.newAdminPassword().orElseThrow();
    assertThat(second.newAdminPassword()).isEmpty();
    assertThat(second.adminSha256()).isEqualTo(Secrets.sha256(password));
    assertThat(Files.readString(home.secrets())).doesNotContain(password);
    assertThat(second.cli()).isEqualTo(first.cli()).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void everyFileWithASecretIsTheOwnersOnly() throws Exception {
    // given
    Secrets secrets = Secrets.of(home);

    // when
    new WritesConfiguration(home, new Ports(9080), secrets).write();

    // then
    try (var files = Files.list(home.config())) {
      assertThat(files)
          .hasSize(7)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
        .isEqualTo("rw-------");
  }

  @Test
  void aServiceIsToldWhereEverythingIs() throws Exception {
    // given
    Secrets secrets = Secrets.of(home);

    // when
    new WritesConfiguration(home, new Ports(9080), secrets).write();

    // then
    Map<String, String> consent = PrivateFiles.read(home.config("consent-service"));
    assertThat(consent)
        .containsEntry("quarkus.http.port", "9083")
        .containsEntry("kafka.bootstrap.servers", "127.0.0.1:9101")
        .containsEntry(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:9100/consent_service")
        .containsEntry("quarkus.flyway.username", "consent_service_owner")
        .containsEntry("quarkus.mailer.port", "9104")
        .containsEntry("reclaim.urls.console", "http://127.0.0.1:9080");
    assertThat(consent.get("reclaim.users"))
        .contains("cli:" + Secrets.sha256(secrets.cli()) + ":admin+operator+auditor+feed");
  }

  @Test
  void peopleWhoGotALoginByHandMaySignInAndNothingElse() throws Exception {
    // given
    Secrets.of(home);
    Files.writeString(
        home.secrets(), "login.j.mueller@example.com.sha256=abc\n", StandardOpenOption.APPEND);

    // when
    new WritesConfiguration(home, new Ports(9080), Secrets.of(home)).write();

    // then
    assertThat(PrivateFiles.read(home.config("consent-service")).get("reclaim.users"))
        .endsWith(",j.mueller@example.com:abc:");
  }

  @Test
  void whatPeopleConnectIsTakenOverByTheServicesThatCall() throws Exception {
    // given
    String key = "reclaim.connections.cloud-tenant.type";
    Files.writeString(home.connections(), key + "=microsoft-graph\n");

    // when
    new WritesConfiguration(home, new Ports(9080), Secrets.of(home)).write();

    // then
    for (String service : new String[] {"usage-ingest", "revocation-service"}) {
      assertThat(PrivateFiles.read(home.config(service)))
          .containsEntry(key, "microsoft-graph")
          .containsEntry("reclaim.connections.corporate-directory.type", "active-directory");
    }
    assertThat(PrivateFiles.read(home.config("consent-service"))).doesNotContainKey(key);
  }

  @Test
  void whatIsNoConnectionIsRefused() throws Exception {
    // given
    Files.writeString(home.connections(), "reclaim.users=somebody\n");
    WritesConfiguration writes = new WritesConfiguration(home, new Ports(9080), Secrets.of(home));

    // when
    ThrowingCallable writing = writes::write;

    // then
    assertThatThrownBy(writing)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'reclaim.users' is no key of a connection");
  }
}
