package dev.reclaim.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with everything one installation keeps: data, logs, secrets, and what runs now. */
public record Home(Path folder) {
  private static final long NEEDED_BYTES = 500L * 1024 * 1024;

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Makes what is missing, and refuses a folder that cannot be written or a full disk. */
  public void open() throws Refusal {
    try {
      for (Path each : new Path[] {folder, logs(), config(), run()}) {
        Files.createDirectories(each);
      }
      Files.delete(Files.createTempFile(run(), "may-I", "write"));
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < NEEDED_BYTES) {
        throw new Refusal(
            "Only %d MB are free where %s lies; Reclaim needs 500 MB: make room or choose another folder with RECLAIM_HOME."
                .formatted(free / 1024 / 1024, folder));
      }
    } catch (IOException denied) {
      throw new Refusal(
          "%s cannot be written (%s): choose another folder with RECLAIM_HOME."
              .formatted(folder, denied.getMessage()),
          denied);
    }
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path log(String component) {
    return logs().resolve(component + ".log");
  }

  public Path config() {
    return folder.resolve("config");
  }

  public Path config(String component) {
    return config().resolve(component + ".properties");
  }

  /** What runs now: one file per process. */
  public Path run() {
    return folder.resolve("run");
  }

  /** More connections than the sandbox's directory; people write it. */
  public Path connections() {
    return folder.resolve("connections.properties");
  }

  public Path secrets() {
    return folder.resolve("secrets.properties");
  }
}
