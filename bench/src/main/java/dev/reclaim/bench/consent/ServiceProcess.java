package dev.reclaim.bench.consent;

import dev.reclaim.local.LocalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** consent-service as it is built, in a process of its own. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern LOOK =
      Pattern.compile("(?m)^reclaim_deadlines_look_seconds_max\\S* (\\S+)$");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final URI address;
  private final String authorization;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ServiceProcess(Process process, URI address, String password) {
    this.process = process;
    this.address = address;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("operator:" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Starts it and waits until it answers. */
  static ServiceProcess start(String database, String password, LocalBroker broker)
      throws Exception {
    int port = freePort();
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-Dquarkus.profile=local",
            "-jar",
            jar().toString());
    command
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                database,
                "QUARKUS_DATASOURCE_USERNAME",
                "consent_service",
                "QUARKUS_DATASOURCE_PASSWORD",
                password,
                "QUARKUS_FLYWAY_USERNAME",
                "consent_service_owner",
                "QUARKUS_FLYWAY_PASSWORD",
                password,
                "RECLAIM_USERS",
                "operator:" + sha256(password) + ":operator"));
    command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    ServiceProcess service =
        new ServiceProcess(command.start(), URI.create("http://127.0.0.1:" + port), password);
    service.awaitReady();
    return service;
  }

  private static Path jar() throws URISyntaxException {
    Path classes =
        Path.of(ServiceProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return classes
        .getParent()
        .getParent()
        .getParent()
        .resolve("consent-service/target/quarkus-app/quarkus-run.jar");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void awaitReady() throws Exception {
    Instant give = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        if (get("/q/health/ready").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new IllegalStateException("consent-service ended before it answered", e);
        }
      }
      if (Instant.now().isAfter(give)) {
        close();
        throw new IllegalStateException("consent-service was not ready in " + PATIENCE);
      }
      Thread.sleep(200);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", authorization)
            .timeout(Duration.ofSeconds(30))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  Duration page(OpenCandidates open, int i) throws Exception {
    long begin = System.nanoTime();
    HttpResponse<String> answer = get("/candidates" + open.query(i));
    long end = System.nanoTime();
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("a page was answered with " + answer.statusCode());
    }
    return Duration.ofNanos(end - begin);
  }

  void awaitNoDeadlines(OpenCandidates open) throws SQLException, InterruptedException {
    Instant give = Instant.now().plus(PATIENCE);
    while (open.isAnyDue()) {
      if (Instant.now().isAfter(give)) {
        throw new IllegalStateException("the deadlines did not pass in " + PATIENCE);
      }
      Thread.sleep(200);
    }
  }

  /** As the service itself measures it. */
  Duration longestLookForDeadlines() throws Exception {
    Matcher longest = LOOK.matcher(get("/q/metrics").body());
    if (!longest.find()) {
      throw new IllegalStateException("the service does not tell how long it looks for deadlines");
    }
    return Duration.ofNanos((long) (Double.parseDouble(longest.group(1)) * 1e9));
  }

  long residentMiB() {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
      Matcher resident = RESIDENT.matcher(String.join("\n", status));
      return resident.find() ? Long.parseLong(resident.group(1)) / 1_024 : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
