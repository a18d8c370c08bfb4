package dev.reclaim.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One login of a one-machine installation.
 *
 * @param passwordHash SHA-256 of the password, in lower-case hex
 */
record LocalUser(String login, String passwordHash, Set<String> roles) {

  LocalUser {
    roles = Set.copyOf(roles);
  }

  /**
   * Reads {@code login:sha256:role+role,login2:…}.
   *
   * @throws IllegalArgumentException when an entry is malformed; the message holds no hash
   */
  static Map<String, LocalUser> parseAll(String text) {
    Map<String, LocalUser> users = new LinkedHashMap<>();
    if (text.isBlank()) {
      return users;
    }
    for (String one : text.split(",", -1)) {
      LocalUser user = parse(one.strip());
      if (users.put(user.login(), user) != null) {
        throw new IllegalArgumentException("reclaim.users: " + user.login() + " stands twice");
      }
    }
    return users;
  }

  private static LocalUser parse(String one) {
    String[] parts = one.split(":", -1);
    if (parts.length != 3 || parts[0].isBlank() || !parts[1].matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "reclaim.users: an entry is not login:sha256-in-hex:role+role");
    }
    return new LocalUser(parts[0], parts[1], roles(parts[2]));
  }

  /** None for somebody who only has seats. */
  private static Set<String> roles(String text) {
    return text.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(text.split("\\+", -1)));
  }

  @Override
  public String toString() {
    return login;
  }
}
