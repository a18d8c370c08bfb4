package dev.reclaim.local;

import java.util.regex.Pattern;

/** A database role and its password. The password never shows in {@link #toString}. */
public record Login(String name, String password) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public Login {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name: a role is named with small letters, digits and underscores, not " + name);
    }
    if (password == null || password.isEmpty()) {
      throw new IllegalArgumentException("password: missing for role " + name);
    }
  }

  @Override
  public String toString() {
    return "Login[name=" + name + "]";
  }
}
