package dev.reclaim.revocation;

import dev.reclaim.local.FreePorts;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.sandbox.mailbox.Mailbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Points the service at the sandbox's directory, which a test starts on the port named here; and
 * makes it impatient, with small limits.
 */
public final class SandboxCompany implements QuarkusTestResourceLifecycleManager {

  static final String PASSWORD = "only-for-this-test";
  static final String ON_CALL = "on-call@example.com";
  static final String MAILS = "reclaim.test.mails";
  static final String PORT = "reclaim.test.directory-port";

  private Mailbox mailbox;

  @Override
  public Map<String, String> start() {
    Path mails = openMailbox();
    int port = FreePorts.orGiven(0);
    Map<String, String> settings = new HashMap<>();
    settings.put(PORT, Integer.toString(port));
    connect(settings, "corporate-directory", port);
    connect(settings, "identity-directory", port);
    connect(settings, "read-only-directory", port);
    settings.put("reclaim.connections.read-only-directory.bind-dn", Company.READER_LOGIN);
    settings.put("reclaim.revocation.access-connection", "identity-directory");
    settings.put("reclaim.revocation.retry.first", "PT0.5S");
    settings.put("reclaim.revocation.retry.longest", "PT1S");
    settings.put("reclaim.revocation.retry.settle", "PT1S");
    settings.put("reclaim.revocation.drift.every", "PT1S");
    settings.put("reclaim.revocation.drift.first", "PT3S");
    settings.put("reclaim.revocation.alerts.mail-to", ON_CALL);
    settings.put("quarkus.mailer.host", "127.0.0.1");
    settings.put("quarkus.mailer.port", Integer.toString(mailbox.port()));
    settings.put(MAILS, mails.toString());
    settings.put("reclaim.revocation.limits.small-per-hour", "2");
    settings.put("reclaim.revocation.limits.small-per-day", "4");
    return settings;
  }

  /** Seats are given in one, accounts live in the other, and both are the same directory. */
  private static void connect(Map<String, String> settings, String name, int port) {
    String connection = "reclaim.connections." + name + ".";
    settings.put(connection + "type", "active-directory");
    settings.put(connection + "url", "ldap://127.0.0.1:" + port);
    settings.put(connection + "security", "none");
    settings.put(connection + "bind-dn", Company.SERVICE_LOGIN);
    settings.put(connection + "password", PASSWORD);
    settings.put(connection + "base-dn", Company.DOMAIN);
  }

  private Path openMailbox() {
    try {
      Path mails = Files.createTempDirectory("reclaim-mails");
      mailbox = Mailbox.start(0, mails);
      return mails;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory is started and closed by the tests. */
  @Override
  public void stop() {
    mailbox.close();
  }
}
