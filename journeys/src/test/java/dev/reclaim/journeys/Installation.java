package dev.reclaim.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A whole installation for one test class: own folder, own ports, own processes. */
final class Installation implements AutoCloseable {

  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final int PORTS = 25;

  static final String PASSWORD = "only-for-tests";

  private static final String HASH =
      "f03a84a7530c9955c26f1444a39b7af8609045fdb2e23a5e8f6d4a2837192cd6";

  private final Path home;
  private final int portBase;
  private final Command command;

  private Installation(Path home, int portBase) {
    this.home = home;
    this.portBase = portBase;
    this.command = new Command(REPOSITORY, home, portBase);
  }

  static Installation start() throws IOException {
    Installation installation =
        new Installation(Files.createTempDirectory("reclaim-journey"), freePortBase());
    installation.lets(Person.JUERGEN);
    installation.command.run("up", "--detach");
    return installation;
  }

  /** Somebody may sign in with {@link #PASSWORD}, as {@code secrets.properties} lets them. */
  private void lets(Person person) throws IOException {
    Path secrets = home.resolve("secrets.properties");
    Files.writeString(secrets, "login.%s.sha256=%s%n".formatted(person.upn(), HASH));
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));
  }

  Path home() {
    return home;
  }

  int portBase() {
    return portBase;
  }

  Town town() {
    return Town.of(home, portBase);
  }

  Command command() {
    return command;
  }

  /** As {@code kill -9} does; the supervisor has to notice. */
  void kill(String component) {
    Map<String, String> life =
        Properties.read(home.resolve("run").resolve(component + ".properties"));
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(life.get("pid")))
            .orElseThrow(() -> new AssertionError(component + " does not run"));
    if (!process.destroyForcibly()) {
      throw new AssertionError(component + " could not be killed");
    }
  }

  private static int freePortBase() throws IOException {
    for (int base = 21_000; base < 60_000; base += 100) {
      if (allFree(base)) {
        return base;
      }
    }
    throw new AssertionError("no free range of ports");
  }

  private static boolean allFree(int base) throws IOException {
    for (int port = base; port < base + PORTS; port++) {
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        probe.setReuseAddress(true);
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    command.exitCodeOf("down");
  }
}
