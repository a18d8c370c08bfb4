package dev.reclaim.local.run;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The supervisor as a process of its own: repository, home, port base. */
public final class SupervisorProcess {
  private static final int HEAP_MIB = 32;

  private SupervisorProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    Logger.getLogger("").setLevel(Level.WARNING);
    Path repository = Path.of(arguments[0]);
    Home home = new Home(Path.of(arguments[1]));
    Ports ports = Ports.parse(arguments[2]);
    new Supervisor(home, Components.of(repository, home, ports)).run();
  }

  static Installation installation(Path repository, Home home, Ports ports) {
    return new Installation(
        home,
        Components.of(repository, home, ports),
        Jvm.runner(
            HEAP_MIB,
            repository,
            List.of(
                SupervisorProcess.class.getName(),
                repository.toString(),
                home.folder().toString(),
                Integer.toString(ports.base()))));
  }
}
