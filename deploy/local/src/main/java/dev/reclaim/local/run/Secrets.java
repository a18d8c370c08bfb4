package dev.reclaim.local.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The generated passwords of one installation, in {@code secrets.properties} (owner only). Keys:
 *
 * <ul>
 *   <li>{@code admin.password.sha256}: remove the line, and the next {@code up} makes a new one
 *   <li>{@code cli.password}: the login of {@code ./reclaim plan, apply, verify, demo}
 *   <li>{@code service.password}: the login that services use among themselves
 *   <li>{@code directory.password}: the sandbox directory's service login
 *   <li>{@code session.key}: encrypts the console's sign-in cookies
 *   <li>{@code login.<name>.sha256}: written by hand, lets somebody of the company sign in, to see
 *       <i>My software</i> as they do; {@code name} is any name that HR or the directory has for
 *       them. The password has to be a long random one, since its hash is not salted
 *   <li>{@code database.<name>.password}, {@code database.<name>.owner-password}
 * </ul>
 */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 24;
  private static final String ADMIN = "admin.password.sha256";
  private static final String LOGIN = "login.";
  private static final String HASH = ".sha256";
  private final SortedMap<String, String> values;
  private final Optional<String> newAdminPassword;

  private Secrets(SortedMap<String, String> values, Optional<String> newAdminPassword) {
    this.values = values;
    this.newAdminPassword = newAdminPassword;
  }

  /** Reads them, makes the missing ones, and keeps the result. */
  public static Secrets of(Home home) throws IOException {
    SortedMap<String, String> values = PrivateFiles.read(home.secrets());
    Optional<String> admin =
        values.containsKey(ADMIN) ? Optional.empty() : Optional.of(generated());
    admin.ifPresent(password -> values.put(ADMIN, sha256(password)));
    for (String key :
        new String[] {"cli.password", "service.password", "directory.password", "session.key"}) {
      values.computeIfAbsent(key, _ -> generated());
    }
    for (String service : Ports.SERVICES) {
      values.computeIfAbsent(databaseKey(service, "password"), _ -> generated());
      values.computeIfAbsent(databaseKey(service, "owner-password"), _ -> generated());
    }
    PrivateFiles.write(home.secrets(), values);
    return new Secrets(values, admin);
  }

  /** In the clear, only in the run that made it. */
  public Optional<String> newAdminPassword() {
    return newAdminPassword;
  }

  String adminSha256() {
    return values.get(ADMIN);
  }

  /** People who may sign in besides, each with the hash of their password. */
  SortedMap<String, String> people() {
    SortedMap<String, String> people = new TreeMap<>();
    values.forEach(
        (key, hash) -> {
          if (key.startsWith(LOGIN) && key.endsWith(HASH)) {
            people.put(key.substring(LOGIN.length(), key.length() - HASH.length()), hash);
          }
        });
    return people;
  }

  String cli() {
    return values.get("cli.password");
  }

  String service() {
    return values.get("service.password");
  }

  String session() {
    return values.get("session.key");
  }

  String directory() {
    return values.get("directory.password");
  }

  String database(String service) {
    return values.get(databaseKey(service, "password"));
  }

  String databaseOwner(String service) {
    return values.get(databaseKey(service, "owner-password"));
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String databaseKey(String service, String what) {
    return "database." + databaseName(service) + "." + what;
  }

  static String databaseName(String service) {
    return service.replace('-', '_');
  }

  private static String generated() {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
