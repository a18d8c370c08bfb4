package dev.reclaim.local.run;

import dev.reclaim.local.FreePorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An installation of tiny servers, whose supervisor is a real process. */
final class TinyTown {
  private TinyTown() {}

  /** The supervisor's process: home, then a class and a port for each component. */
  public static void main(String[] arguments) throws Exception {
    Home home = new Home(Path.of(arguments[0]));
    new Supervisor(home, components(List.of(arguments).subList(1, arguments.length))).run();
  }

  static Installation of(Path folder, Class<?>... programs) {
    List<String> table = new ArrayList<>();
    for (Class<?> program : programs) {
      table.add(program.getName());
      table.add(Integer.toString(FreePorts.orGiven(0)));
    }
    List<String> arguments = new ArrayList<>(List.of(TinyTown.class.getName()));
    arguments.add(folder.toString());
    arguments.addAll(table);
    return new Installation(new Home(folder), components(table), jvm(arguments));
  }

  private static List<Component> components(List<String> table) {
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < table.size(); i += 2) {
      String program = table.get(i);
      String port = table.get(i + 1);
      components.add(
          new Component(
              "tiny-" + i / 2,
              i / 2,
              List.of(Integer.parseInt(port)),
              Path.of("pom.xml"),
              Map.of(),
              "TERM",
              HealthChecks.http("http://127.0.0.1:" + port + "/"),
              () -> jvm(List.of(program, port))));
    }
    return components;
  }

  private static List<String> jvm(List<String> arguments) {
    return Jvm.command(32, List.of("-cp", System.getProperty("java.class.path")), arguments);
  }
}
