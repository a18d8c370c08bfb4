package dev.reclaim.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A whole installation for one test class: own folder, own ports, own processes. */
final class Installation implements AutoCloseable {

  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final int PORTS = 25;

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
    installation.command.run("up", "--detach");
    return installation;
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
