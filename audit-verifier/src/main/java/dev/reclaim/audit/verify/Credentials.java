package dev.reclaim.audit.verify;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A login and its password. The password is sent, and never shown. */
record Credentials(String login, String password) {

  /**
   * From the environment (RECLAIM_USER, RECLAIM_PASSWORD), or else from the keys {@code cli.user}
   * and {@code cli.password} of {@code secrets.properties} in the home folder.
   */
  static Optional<Credentials> find(Map<String, String> environment, Path home) {
    if (environment.containsKey("RECLAIM_USER") && environment.containsKey("RECLAIM_PASSWORD")) {
      return Optional.of(
          new Credentials(environment.get("RECLAIM_USER"), environment.get("RECLAIM_PASSWORD")));
    }
    Path file = home.resolve("secrets.properties");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      secrets.load(reader);
    } catch (IOException e) {
      throw new CannotCheck("Cannot read " + file + ".", e);
    }
    String login = secrets.getProperty("cli.user");
    String password = secrets.getProperty("cli.password");
    return login == null || password == null
        ? Optional.empty()
        : Optional.of(new Credentials(login, password));
  }

  String basic() {
    byte[] pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return login;
  }
}
