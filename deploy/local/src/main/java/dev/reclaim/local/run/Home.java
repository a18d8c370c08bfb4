package dev.reclaim.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with everything one installation keeps: data, logs, secrets, and what runs now. */
public record Home(Path folder) {
  private static final long MEBIBYTE = 1024L * 1024;
  private static final long NEEDED_BYTES = 500 * MEBIBYTE;

  /** With less than this left, databases and logs cannot be written any more. */
  private static final long LAST_BYTES = 20 * MEBIBYTE;

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Makes what is missing, and refuses a folder that cannot be written or a full disk. */
  public void open() throws Refusal {
    try {
      refuseLessThan(NEEDED_BYTES);
      for (Path each : new Path[] {folder, logs(), config(), run()}) {
        Files.createDirectories(each);
      }
      Files.delete(Files.createTempFile(run(), "may-I", "write"));
    } catch (IOException denied) {
      throw new Refusal(
          "%s cannot be written (%s): choose another folder with RECLAIM_HOME."
              .formatted(folder, denied.getMessage()),
          denied);
    }
  }

  /** Refuses when the disk is so full that nothing more can be started. */
  void refuseFullDisk() throws IOException, Refusal {
    refuseLessThan(LAST_BYTES);
  }

  private void refuseLessThan(long bytes) throws IOException, Refusal {
    Path there = folder;
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    long free = Files.getFileStore(there).getUsableSpace();
    if (free < bytes) {
      throw new Refusal(
          "The disk is too full where %s lies (%d MB are free, Reclaim needs %d MB): make room or choose another folder with RECLAIM_HOME."
              .formatted(folder, free / MEBIBYTE, NEEDED_BYTES / MEBIBYTE));
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
