package dev.reclaim.connectors.ldap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs another program to its end. */
final class Commands {

  private Commands() {}

  static void run(String... command) throws IOException {
    Path output = Files.createTempFile("command", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command[0] + " did not end");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            command[0] + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command[0] + " was interrupted", e);
    } finally {
      Files.delete(output);
    }
  }
}
