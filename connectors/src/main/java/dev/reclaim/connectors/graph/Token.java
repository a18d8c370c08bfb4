package dev.reclaim.connectors.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an app-only access token says; its claim {@code roles} names application permissions. */
final class Token {

  private Token() {}

  /** None if it is no JWT: then nothing is known, and everything is missing. */
  static Set<String> permissions(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Set.of();
    }
    try {
      Object roles =
          Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
              .get("roles");
      Set<String> permissions = new TreeSet<>();
      if (roles instanceof List<?> names) {
        names.forEach(name -> permissions.add(String.valueOf(name)));
      }
      return permissions;
    } catch (IllegalArgumentException e) {
      return Set.of();
    }
  }
}
