package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A fresh domain of a real Samba AD controller, on a loopback address of its own. */
final class SambaDomain implements AutoCloseable {

  static final String DOMAIN = "DC=example,DC=com";
  static final String SERVICE = "CN=reclaim,OU=Services," + DOMAIN;
  static final String READER = "CN=reader,OU=Services," + DOMAIN;
  static final String PASSWORD = "0nly-for-this-test";

  private static final String ADMINISTRATOR = "CN=Administrator,CN=Users," + DOMAIN;

  // schemaIDGUIDs of the documented AD schema
  private static final String MEMBER = "bf9679c0-0de6-11d0-a285-00aa003049e2";
  private static final String USER_ACCOUNT_CONTROL = "bf967a68-0de6-11d0-a285-00aa003049e2";
  private static final String GROUP = "bf967a9c-0de6-11d0-a285-00aa003049e2";
  private static final String USER = "bf967aba-0de6-11d0-a285-00aa003049e2";

  private final String address;
  private final Path home;
  private final ServerCertificate certificate;
  private final Process process;

  private SambaDomain(String address, Path home, ServerCertificate certificate, Process process) {
    this.address = address;
    this.home = home;
    this.certificate = certificate;
    this.process = process;
  }

  static boolean isInstalled() {
    return isOnPath("samba-tool") && isOnPath("samba");
  }

  static SambaDomain start(Path home) throws IOException, LDAPException {
    // Its ports are fixed, so each run of the tests takes another address of this machine.
    long run = ProcessHandle.current().pid();
    String address = "127.7.%d.%d".formatted(run / 200 % 200, 1 + run % 200);
    provision(home);
    ServerCertificate certificate = ServerCertificate.of("ip:" + address, home);
    SambaDomain domain =
        new SambaDomain(address, home, certificate, launch(home, address, certificate));
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptions()
          .until(domain::answers);
      domain.found();
      return domain;
    } catch (IOException | LDAPException | RuntimeException e) {
      domain.close();
      throw new IOException(
          "Samba did not start: " + Files.readString(home.resolve("samba.out")), e);
    }
  }

  String address() {
    return address;
  }

  Path trustStore() {
    return certificate.certificate();
  }

  LDAPConnection administrator() throws LDAPException {
    return connect(ADMINISTRATOR, PASSWORD);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void provision(Path home) throws IOException {
    Commands.run(
        "samba-tool",
        "domain",
        "provision",
        "--server-role=dc",
        "--use-rfc2307",
        "--dns-backend=NONE",
        "--realm=EXAMPLE.COM",
        "--domain=EXAMPLE",
        "--host-name=dc1",
        "--host-ip=127.0.0.1",
        "--adminpass=" + PASSWORD,
        "--targetdir=" + home);
  }

  private static Process launch(Path home, String address, ServerCertificate certificate)
      throws IOException {
    List<String> options =
        List.of(
            "server services=ldap, kdc",
            "interfaces=" + address + "/8",
            "bind interfaces only=yes",
            "tls certfile=" + certificate.certificate(),
            "tls keyfile=" + certificate.key(),
            "tls cafile=" + certificate.certificate(),
            "pid directory=" + home,
            "ncalrpc dir=" + home.resolve("ncalrpc"),
            "log file=" + home.resolve("samba.log"));
    Stream<String> command =
        Stream.concat(
            Stream.of(
                "samba",
                "--foreground",
                "--no-process-group",
                "--model=single",
                "--debug-stdout",
                "--configfile=" + home.resolve("etc/smb.conf")),
            options.stream().map(option -> "--option=" + option));
    return new ProcessBuilder(command.toList())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("samba.out").toFile())
        .start();
  }

  private boolean answers() throws LDAPException {
    try (LDAPConnection connection = administrator()) {
      return connection.getRootDSE() != null;
    }
  }

  LDAPConnection connect(String login, String password) throws LDAPException {
    try {
      return new LDAPConnection(
          new SSLUtil(new PEMFileTrustManager(trustStore().toFile())).createSSLSocketFactory(),
          address,
          636,
          login,
          password);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Folders, the two logins, and exactly the rights that the README asks for. */
  private void found() throws IOException, LDAPException {
    try (LDAPConnection administrator = administrator()) {
      for (String folder : List.of("People", "Groups", "Services")) {
        administrator.add(
            "OU=" + folder + "," + DOMAIN, new Attribute("objectClass", "organizationalUnit"));
      }
      addLogin(administrator, SERVICE, "svc_reclaim");
      addLogin(administrator, READER, "svc_reader");
      String sid =
          sidOf(administrator.getEntry(SERVICE, "objectSid").getAttributeValueBytes("objectSid"));
      Commands.run(
          "samba-tool",
          "dsacl",
          "set",
          "--URL=" + home.resolve("private/sam.ldb"),
          "--configfile=" + home.resolve("etc/smb.conf"),
          "--objectdn=" + DOMAIN,
          "--sddl=(OA;CIIO;WP;%s;%s;%s)(OA;CIIO;WP;%s;%s;%s)"
              .formatted(MEMBER, GROUP, sid, USER_ACCOUNT_CONTROL, USER, sid));
    }
  }

  private static void addLogin(LDAPConnection administrator, String name, String login)
      throws LDAPException {
    administrator.add(
        name,
        new Attribute("objectClass", "user"),
        new Attribute("sAMAccountName", login),
        new Attribute("userAccountControl", "66048"),
        new Attribute("unicodePwd", ("\"" + PASSWORD + "\"").getBytes(StandardCharsets.UTF_16LE)));
  }

  private static String sidOf(byte[] stored) {
    ByteBuffer parts = ByteBuffer.wrap(stored, 8, stored.length - 8).order(ByteOrder.LITTLE_ENDIAN);
    StringJoiner text = new StringJoiner("-", "S-1-" + stored[7] + "-", "");
    while (parts.hasRemaining()) {
      text.add(Integer.toUnsignedString(parts.getInt()));
    }
    return text.toString();
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
