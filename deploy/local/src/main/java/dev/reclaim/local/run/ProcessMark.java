package dev.reclaim.local.run;

import dev.reclaim.local.Living;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process was meant, even after its pid has gone to another one: the pid and when it was
 * born.
 *
 * @param born on Linux the boot and the clock tick of proc(5), which no change of the clock moves;
 *     elsewhere the start time
 */
record ProcessMark(long pid, String born) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  static ProcessMark of(ProcessHandle process) {
    return new ProcessMark(process.pid(), born(process));
  }

  /** The process, if it still is the same one. */
  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(Living::is).filter(process -> born(process).equals(born));
  }

  private static String born(ProcessHandle process) {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    try {
      // The second field may hold blanks and brackets; the 22nd is the 20th after its end.
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      return Files.readString(BOOT).strip() + ":" + fields[19];
    } catch (IOException notLinuxOrGone) {
      return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
  }
}
