package dev.reclaim.local.run;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands for small JVMs, on the same JDK that runs this one. */
public final class Jvm {
  private Jvm() {}

  /** A JVM with so much heap, one compiler, one collector thread; ends when memory does. */
  public static List<String> small(int heapMiB) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heapMiB + "m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseCompactObjectHeaders",
        "-XX:ReservedCodeCacheSize=48m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  /** Runs a class of this module. */
  static List<String> runner(int heapMiB, Path repository, List<String> more) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    arguments.addAll(more);
    return module(heapMiB, repository.resolve("deploy/local"), arguments);
  }

  /** Runs a class of a module that keeps its libraries in {@code target/lib}. */
  public static List<String> module(int heapMiB, Path module, List<String> more) {
    String classpath =
        module.resolve("target/classes") + File.pathSeparator + module.resolve("target/lib") + "/*";
    return command(heapMiB, List.of("-cp", classpath), more);
  }

  static List<String> command(int heapMiB, List<String> flags, List<String> more) {
    List<String> command = new ArrayList<>(small(heapMiB));
    command.addAll(flags);
    command.addAll(more);
    return List.copyOf(command);
  }
}
