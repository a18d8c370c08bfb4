package dev.reclaim.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a process in a session of its own, so that neither Ctrl-C nor the end of the terminal
 * reaches it or its children. The pid is that of the command itself.
 */
final class Detached {
  /** macOS has no setsid(1), but perl. */
  private static final String PERL = "use POSIX qw(setsid); setsid(); exec @ARGV";

  private Detached() {}

  static ProcessHandle start(List<String> command, Path log) throws IOException {
    List<String> whole = new ArrayList<>(prefix());
    whole.addAll(command);
    return new ProcessBuilder(whole)
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start()
        .toHandle();
  }

  private static List<String> prefix() {
    if (exists("setsid")) {
      return List.of("setsid");
    }
    return exists("perl") ? List.of("perl", "-e", PERL) : List.of("nohup");
  }

  private static boolean exists(String program) {
    return List.of("/usr/bin", "/bin").stream()
        .anyMatch(folder -> Path.of(folder, program).toFile().canExecute());
  }
}
