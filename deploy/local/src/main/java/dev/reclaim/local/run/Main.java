package dev.reclaim.local.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code ./reclaim up, status, down} call. Exit code 0 is success, 1 a refusal. */
public final class Main {
  private final Environment environment;
  private final PrintStream out;

  private Main(Environment environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  /** The repository is in the system property {@code reclaim.repository}. */
  public static void main(String[] arguments) throws InterruptedException {
    Logger.getLogger("").setLevel(Level.WARNING);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path repository = Path.of(System.getProperty("reclaim.repository", "."));
    Main main = new Main(new Environment(repository, System.getenv()), out);
    int code;
    try {
      code = main.run(Arrays.asList(arguments));
    } catch (Refusal | IllegalArgumentException refusal) {
      System.err.println("reclaim: " + refusal.getMessage());
      code = 1;
    } catch (IOException | UncheckedIOException failure) {
      System.err.println("reclaim: " + failure.getMessage());
      code = 1;
    }
    System.exit(code);
  }

  private int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> options = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    return switch (command) {
      case "up" -> up(options);
      case "status" -> status();
      case "down" -> down();
      case "plan" -> new PolicyCommands(environment, out).plan(options);
      case "apply" -> new PolicyCommands(environment, out).apply(options);
      case "running" -> environment.anythingRuns() ? 0 : 1;
      case "port-base" -> portBase();
      default -> throw new Refusal("There is no command '" + command + "'.");
    };
  }

  private int up(List<String> options) throws Refusal, IOException, InterruptedException {
    Optional<String> unknown = options.stream().filter(o -> !o.equals("--detach")).findFirst();
    if (unknown.isPresent()) {
      throw new Refusal("up knows --detach only, not '" + unknown.get() + "'.");
    }
    Home home = environment.home();
    Ports ports = environment.portsToStart();
    Installation installation =
        SupervisorProcess.installation(environment.repository(), home, ports);
    Up up = new Up(installation, out);
    Up.Outcome outcome =
        up.run(
            () -> {
              environment.remember(ports);
              Secrets secrets = Secrets.of(home);
              new WritesConfiguration(home, ports, secrets).write();
              secrets.newAdminPassword().ifPresent(this::showOnce);
            });
    boolean detach = options.contains("--detach");
    return switch (outcome) {
      case WAS_RUNNING -> {
        out.println("Reclaim is running already, from " + home.folder() + ".");
        new Addresses(ports).print(out);
        yield 0;
      }
      case STARTED -> {
        new Addresses(ports).print(out);
        yield detach ? 0 : stay(installation);
      }
    };
  }

  private void showOnce(String password) {
    out.println("First run: the password of the login 'admin' is");
    out.println("    " + password);
    out.println("It is shown this once; only its SHA-256 is kept.");
  }

  private int stay(Installation installation) throws IOException {
    out.println("Ctrl-C stops everything.");
    StopsUnlessReady stops = new StopsUnlessReady(installation);
    Life.alive(installation.home(), Installation.SUPERVISOR)
        .ifPresent(supervisor -> supervisor.onExit().join());
    stops.close();
    return 0;
  }

  private int status() throws IOException {
    return new Status(installed(), out).print() ? 0 : 1;
  }

  private int down() throws IOException, InterruptedException {
    int stopped = new Down(installed()).run();
    Path home = environment.home().folder();
    out.println(
        stopped == 0
            ? "Nothing was running in " + home + "."
            : "Stopped %d processes; all data stays in %s.".formatted(stopped, home));
    return 0;
  }

  /** For {@code ./reclaim}, which hands it on to the demo and the verifier. */
  private int portBase() throws IOException {
    out.println(environment.portsInUse().base());
    return 0;
  }

  private Installation installed() throws IOException {
    return SupervisorProcess.installation(
        environment.repository(), environment.home(), environment.portsInUse());
  }
}
