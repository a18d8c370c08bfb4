package dev.reclaim.local.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One file per process under {@code config}, written anew by every {@code up}. */
final class WritesConfiguration {
  private static final String EVERYTHING = "admin+operator+auditor+feed";
  private static final String CONNECTIONS = "reclaim.connections.";
  private static final String DIRECTORY = CONNECTIONS + "corporate-directory.";
  private final Home home;
  private final Ports ports;
  private final Secrets secrets;

  WritesConfiguration(Home home, Ports ports, Secrets secrets) {
    this.home = home;
    this.ports = ports;
    this.secrets = secrets;
  }

  void write() throws IOException, Refusal {
    for (String service : Ports.SERVICES) {
      PrivateFiles.write(home.config(service), service(service));
    }
    PrivateFiles.write(home.config("sandbox"), sandbox());
  }

  private SortedMap<String, String> service(String name) throws IOException, Refusal {
    SortedMap<String, String> keys = new TreeMap<>();
    keys.put("quarkus.http.host", "127.0.0.1");
    keys.put("quarkus.http.port", Integer.toString(ports.service(name)));
    keys.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka());
    database(keys, name);
    logins(keys);
    for (String other : Ports.SERVICES) {
      String key = other.equals("ops-console") ? "console" : other;
      keys.put("reclaim.urls." + key, Ports.url(ports.service(other)));
    }
    switch (name) {
      case "consent-service" -> {
        mail(keys);
        session(keys);
      }
      case "usage-ingest", "revocation-service" -> {
        directory(keys);
        keys.putAll(moreConnections());
      }
      case "audit-service" ->
          keys.put(
              "reclaim.audit.key-file",
              home.folder().resolve("audit").resolve("signing-key").toString());
      case "ops-console" -> session(keys);
      default -> {}
    }
    return keys;
  }

  private void database(SortedMap<String, String> keys, String service) {
    String name = Secrets.databaseName(service);
    keys.put(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), name));
    keys.put("quarkus.datasource.username", name);
    keys.put("quarkus.datasource.password", secrets.database(service));
    keys.put("quarkus.flyway.username", name + "_owner");
    keys.put("quarkus.flyway.password", secrets.databaseOwner(service));
  }

  private void logins(SortedMap<String, String> keys) {
    List<String> users =
        new ArrayList<>(
            List.of(
                "admin:" + secrets.adminSha256() + ":" + EVERYTHING,
                "cli:" + Secrets.sha256(secrets.cli()) + ":" + EVERYTHING,
                "service:" + Secrets.sha256(secrets.service()) + ":service"));
    secrets.people().forEach((name, hash) -> users.add(name + ":" + hash + ":"));
    keys.put("reclaim.users", String.join(",", users));
    keys.put("reclaim.call.user", "service");
    keys.put("reclaim.call.password", secrets.service());
  }

  /** One key for both services with pages: on one host they share the cookie. */
  private void session(SortedMap<String, String> keys) {
    keys.put("quarkus.http.auth.session.encryption-key", secrets.session());
  }

  private void mail(SortedMap<String, String> keys) {
    keys.put("quarkus.mailer.host", "127.0.0.1");
    keys.put("quarkus.mailer.port", Integer.toString(ports.smtp()));
    keys.put("quarkus.mailer.from", "reclaim@example.com");
    keys.put("quarkus.mailer.tls", "false");
    keys.put("quarkus.mailer.start-tls", "DISABLED");
  }

  private void directory(SortedMap<String, String> keys) {
    keys.put(DIRECTORY + "type", "active-directory");
    keys.put(DIRECTORY + "url", "ldap://127.0.0.1:" + ports.ldap());
    keys.put(DIRECTORY + "security", "none");
    keys.put(DIRECTORY + "bind-dn", "CN=reclaim,OU=Services,DC=example,DC=com");
    keys.put(DIRECTORY + "password", secrets.directory());
    keys.put(DIRECTORY + "base-dn", "DC=example,DC=com");
  }

  /** What people wrote into {@code connections.properties}; a key of another kind is refused. */
  private SortedMap<String, String> moreConnections() throws IOException, Refusal {
    SortedMap<String, String> more = PrivateFiles.read(home.connections());
    for (String key : more.keySet()) {
      if (!key.startsWith(CONNECTIONS)) {
        throw new Refusal(
            "%s: '%s' is no key of a connection: let it begin with %s."
                .formatted(home.connections(), key, CONNECTIONS));
      }
    }
    return more;
  }

  private SortedMap<String, String> sandbox() {
    SortedMap<String, String> keys = new TreeMap<>();
    keys.put("http.port", Integer.toString(ports.sandbox()));
    keys.put("ldap.port", Integer.toString(ports.ldap()));
    keys.put("smtp.port", Integer.toString(ports.smtp()));
    keys.put("home", home.folder().resolve("sandbox").toString());
    keys.put("directory.password", secrets.directory());
    return keys;
  }
}
