package dev.reclaim.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/** Lets the service make its signing key in a folder of this JVM, as long-lived as its database. */
public final class TemporaryKeyFile implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    String name = "audit-signing-key-" + ProcessHandle.current().pid();
    return Map.of("reclaim.audit.key-file", folder.resolve(name).toString());
  }

  @Override
  public void stop() {
    // The folder is a temporary one.
  }
}
