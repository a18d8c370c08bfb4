package dev.reclaim.consent;

import com.microsoft.playwright.Page;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The company's OpenID Connect provider: a real Keycloak, which the build has unpacked, in a JVM of
 * its own. Who works there stands in {@code company-realm.json}. Its tokens last two seconds, so
 * that a page is open for longer than that.
 */
public final class Keycloak implements QuarkusTestResourceLifecycleManager {

  private static final Path UNPACKED = Path.of("target", "keycloak");
  private static final Pattern LISTENS = Pattern.compile("Listening on: (http://[\\w.:]+)");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As its own kc.sh does; it comes built for the options below, so that nothing is built here. */
  private static final List<String> JVM =
      List.of(
          "-Dkc.config.built=true",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory"
              + "=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED");

  private static final List<String> OPTIONS =
      List.of(
          "start",
          "--http-enabled=true",
          "--http-host=127.0.0.1",
          "--http-port=0",
          "--hostname-strict=false",
          "--cache=local",
          "--import-realm");

  private Process server;

  @Override
  public Map<String, String> start() {
    Path log = UNPACKED.resolve("log.txt");
    try {
      server = begin(home(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
    String address =
        Awaitility.await()
            .atMost(PATIENCE)
            .failFast("Keycloak has ended, see " + log, () -> !server.isAlive())
            .until(() -> address(log), Optional::isPresent)
            .orElseThrow();
    return Map.of(
        "quarkus.oidc.tenant-enabled",
        "true",
        "quarkus.oidc.auth-server-url",
        address + "/realms/company",
        "quarkus.oidc.client-id",
        "reclaim",
        "quarkus.oidc.credentials.secret",
        "only-for-tests-only-for-tests-32");
  }

  private static Path home() throws IOException {
    try (Stream<Path> unpacked = Files.list(UNPACKED)) {
      return unpacked.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
    }
  }

  private static Process begin(Path home, Path log) throws IOException {
    Path data = home.resolve("data");
    forget(data);
    Files.createDirectories(data.resolve("import"));
    try (var realm = Keycloak.class.getResourceAsStream("/company-realm.json")) {
      Files.copy(realm, data.resolve("import").resolve("company-realm.json"));
    }
    List<String> command =
        Stream.of(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                JVM,
                List.of(
                    "-Dkc.home.dir=" + home,
                    "-Djboss.server.config.dir=" + home.resolve("conf"),
                    "-cp",
                    home.resolve("lib").resolve("quarkus-run.jar").toString(),
                    "io.quarkus.bootstrap.runner.QuarkusEntryPoint"),
                OPTIONS)
            .flatMap(List::stream)
            .toList();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void forget(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static Optional<String> address(Path log) {
    Matcher listens = LISTENS.matcher(text(log));
    return listens.find() ? Optional.of(listens.group(1)) : Optional.empty();
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills in the provider's own page, where the reader was led to. */
  static void signIn(Page page, String login) {
    page.locator("#username").fill(login);
    page.locator("#password").fill(RealInfrastructure.PASSWORD);
    page.locator("#kc-login").click();
  }

  /** Says yes on the provider's own page. */
  static void signOut(Page page) {
    page.locator("#kc-logout").click();
    page.getByText("logged out").first().waitFor();
  }

  @Override
  public void stop() {
    server.destroy();
    try {
      if (!server.waitFor(10, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.destroyForcibly();
    }
  }
}
