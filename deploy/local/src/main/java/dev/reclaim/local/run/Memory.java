package dev.reclaim.local.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Resident memory of a process with all its children. On Linux a page that several of them share
 * counts once (PSS of proc(5)); elsewhere it counts in each.
 */
final class Memory {
  private Memory() {}

  /** Without its children, each of which has a row of its own. */
  static long ofSupervisorMiB(ProcessHandle supervisor) {
    return kilobytes(supervisor.pid()) / 1024;
  }

  static long residentMiB(ProcessHandle process) {
    long kilobytes =
        Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(each -> kilobytes(each.pid()))
            .sum();
    return kilobytes / 1024;
  }

  private static long kilobytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException notLinuxOrNotOurs) {
      return fromPs(pid);
    }
  }

  private static long fromPs(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return said.matches("\\d+") ? Long.parseLong(said) : 0;
    } catch (IOException noPs) {
      return 0;
    }
  }
}
