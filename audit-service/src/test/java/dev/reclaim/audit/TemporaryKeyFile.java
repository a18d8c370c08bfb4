package dev.reclaim.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** Lets the service make its signing key in a folder of its own. */
public final class TemporaryKeyFile implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      String file = Files.createTempDirectory("audit").resolve("keys/signing-key").toString();
      return Map.of("reclaim.audit.key-file", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The folder is a temporary one.
  }
}
