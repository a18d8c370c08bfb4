package dev.reclaim.local.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of its own, in memory, whose size is chosen. Linux and root are needed. */
record SmallDisk(Path folder) implements AutoCloseable {

  /** The test says that it did not run where nothing may be mounted. */
  static SmallDisk mounted(Path folder, String size) throws IOException, InterruptedException {
    boolean mounted =
        runs("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    if (!mounted) {
      System.out.println("NOT RUN: a full disk, since nothing may be mounted here");
    }
    assumeTrue(mounted);
    return new SmallDisk(folder);
  }

  /** Nothing that lies on it is lost. */
  void shrinkTo(String size) throws IOException, InterruptedException {
    if (!runs("mount", "-o", "remount,size=" + size, folder.toString())) {
      throw new IOException("the disk could not be made smaller");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (!runs("umount", folder.toString())) {
        runs("umount", "-l", folder.toString());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean runs(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException noSuchProgram) {
      return false;
    }
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
