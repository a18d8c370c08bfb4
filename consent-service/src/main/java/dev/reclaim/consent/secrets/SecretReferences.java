package dev.reclaim.consent.secrets;

import dev.reclaim.consent.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds what {@code env:NAME} or {@code file:/path} names. A file is read whenever its secret is
 * needed, so a new one counts without a restart.
 */
public final class SecretReferences {

  private static final String ENV = "env:";
  private static final String FILE = "file:";

  private SecretReferences() {}

  /**
   * Reads a reference, and looks whether there is something behind it.
   *
   * @throws IllegalArgumentException if it is none
   * @throws IllegalStateException if nothing is there
   */
  public static Secret of(String reference) {
    Secret secret = read(reference);
    secret.reveal();
    return secret;
  }

  private static Secret read(String reference) {
    if (reference.startsWith(ENV)) {
      String name = reference.substring(ENV.length());
      return () ->
          Optional.ofNullable(System.getenv(name))
              .map(String::strip)
              .filter(it -> !it.isEmpty())
              .orElseThrow(() -> new IllegalStateException("the variable " + name + " is not set"));
    }
    if (reference.startsWith(FILE)) {
      Path path = path(reference.substring(FILE.length()));
      return () -> contentOf(path);
    }
    throw new IllegalArgumentException(
        "must say where the secret is kept, as env:NAME or file:/path, and not the secret itself");
  }

  private static Path path(String text) {
    try {
      Path path = Path.of(text);
      if (!path.isAbsolute()) {
        throw new IllegalArgumentException("must name a file by its whole path");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("names no file", e);
    }
  }

  private static String contentOf(Path path) {
    try {
      String content = Files.readString(path).strip();
      if (content.isEmpty()) {
        throw new IllegalStateException("the file " + path + " is empty");
      }
      return content;
    } catch (IOException e) {
      throw new IllegalStateException("the file " + path + " cannot be read", e);
    }
  }
}
