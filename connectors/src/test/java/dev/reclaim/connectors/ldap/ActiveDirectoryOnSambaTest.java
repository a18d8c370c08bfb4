package dev.reclaim.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPException;
import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.events.ConnectionName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector against a real Samba AD controller, over LDAPS. */
class ActiveDirectoryOnSambaTest implements ActiveDirectoryConformance {

  private static SambaDomain samba;
  private DirectoryStage stage;

  @BeforeAll
  static void start(@TempDir Path home) throws IOException, LDAPException {
    assumeTrue(
        SambaDomain.isInstalled(),
        "Samba AD DC is not installed: the directory was checked against the embedded server only");
    samba = SambaDomain.start(home);
  }

  @AfterAll
  static void stop() {
    if (samba != null) {
      samba.close();
    }
  }

  @BeforeEach
  void setStage() throws LDAPException {
    stage = new DirectoryStage(samba.administrator(), settings(), SambaDomain.READER);
  }

  @AfterEach
  void clearStage() {
    stage.close();
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("type", "active-directory");
    settings.put("url", "ldaps://" + samba.address());
    settings.put("bind-dn", SambaDomain.SERVICE);
    settings.put("password", SambaDomain.PASSWORD);
    settings.put("base-dn", SambaDomain.DOMAIN);
    settings.put("trust-store", samba.trustStore().toString());
    return settings;
  }

  private static AccountLook findSelf(Map<String, String> settings) {
    try (Connections connections = Connections.from(Map.of("directory", settings))) {
      return connections
          .named(new ConnectionName("directory"))
          .as(FindsAccount.class)
          .orElseThrow()
          .find("svc_reclaim");
    }
  }

  @Override
  public DirectoryStage stage() {
    return stage;
  }

  @Override
  public String ownLogin() {
    return "svc_reclaim";
  }

  @Test
  void signsInOverStartTls() {
    // given
    Map<String, String> settings = settings();
    settings.put("url", "ldap://" + samba.address());
    settings.put("security", "starttls");
    // when
    AccountLook look = findSelf(settings);
    // then
    assertThat(look).isInstanceOf(AccountLook.Found.class);
  }

  @Test
  void signsInByDomainAndLogin() {
    // given
    Map<String, String> settings = settings();
    settings.put("bind-dn", "EXAMPLE\\svc_reclaim");
    // when
    AccountLook look = findSelf(settings);
    // then
    assertThat(look)
        .isInstanceOfSatisfying(
            AccountLook.Found.class,
            found ->
                assertThat(found.protectedBecause().orElse(""))
                    .contains("the login of this connection itself"));
  }

  @Test
  void saysThatClearTextIsRefused() {
    // given
    Map<String, String> settings = settings();
    settings.put("url", "ldap://" + samba.address());
    settings.put("security", "none");
    settings.remove("trust-store");
    // when
    AccountLook look = findSelf(settings);
    // then
    assertThat(look)
        .isInstanceOfSatisfying(
            AccountLook.CannotTell.class,
            cannot -> assertThat(cannot.why()).contains("encrypted connections only"));
  }

  @Test
  void trustsNobodyWithoutTheTrustStore() {
    // given
    Map<String, String> settings = settings();
    settings.remove("trust-store");
    // when
    AccountLook look = findSelf(settings);
    // then
    assertThat(look)
        .isInstanceOfSatisfying(
            AccountLook.CannotTell.class,
            cannot -> assertThat(cannot.why()).contains("certificate is not trusted"));
  }
}
