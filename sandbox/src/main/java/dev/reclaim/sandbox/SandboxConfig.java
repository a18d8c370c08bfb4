package dev.reclaim.sandbox;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How the sandbox is started.
 *
 * @param httpPort 0 for any free one, as for the others
 * @param home the folder in which the company's state is kept
 * @param directoryPassword of every login of the directory that is no person's
 */
public record SandboxConfig(
    int httpPort, int ldapPort, int smtpPort, Path home, String directoryPassword) {

  public SandboxConfig {
    requirePort("http.port", httpPort);
    requirePort("ldap.port", ldapPort);
    requirePort("smtp.port", smtpPort);
    if (home == null) {
      throw new IllegalArgumentException("home: is missing");
    }
    if (directoryPassword == null || directoryPassword.isBlank()) {
      throw new IllegalArgumentException("directory.password: is missing");
    }
  }

  /** On free ports. */
  public static SandboxConfig in(Path home, String directoryPassword) {
    return new SandboxConfig(0, 0, 0, home, directoryPassword);
  }

  static SandboxConfig read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return new SandboxConfig(
        port(properties, "http.port"),
        port(properties, "ldap.port"),
        port(properties, "smtp.port"),
        Path.of(text(properties, "home")),
        text(properties, "directory.password"));
  }

  private static int port(Properties properties, String key) {
    String value = text(properties, key);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + ": '" + value + "' is not a number", e);
    }
  }

  private static String text(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(key + ": is missing");
    }
    return value.strip();
  }

  private static void requirePort(String key, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(key + ": " + port + " is not between 0 and 65535");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SandboxConfig[http %d, ldap %d, smtp %d, %s]"
        .formatted(httpPort, ldapPort, smtpPort, home);
  }
}
