package dev.reclaim.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. On Linux a user namespace takes the rights away while the
 * files stay readable; the pid remains that of PostgreSQL itself.
 */
final class Unprivileged {
  private static final List<String> PREFIX = find();

  private Unprivileged() {}

  /** What to put before the command: nothing, unless this is root. */
  static List<String> prefix() {
    return PREFIX;
  }

  private static List<String> find() {
    boolean root = "root".equals(System.getProperty("user.name"));
    boolean linux = Files.isDirectory(Path.of("/proc/self"));
    return root && linux && works("unshare", "-U", "true") ? List.of("unshare", "-U") : List.of();
  }

  private static boolean works(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
