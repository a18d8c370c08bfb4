package dev.reclaim.local.run;

import dev.reclaim.local.Database;
import dev.reclaim.local.Durability;
import dev.reclaim.local.PostgresData;
import dev.reclaim.local.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** PostgreSQL, and the databases of all services in it. */
final class PostgresComponent implements Component.Steps {
  private final Home home;
  private final int port;

  private PostgresComponent(Home home, int port) {
    this.home = home;
    this.port = port;
  }

  static Component of(Path repository, Home home, Ports ports) {
    PostgresComponent steps = new PostgresComponent(home, ports.postgres());
    return new Component(
        "postgres",
        0,
        List.of(ports.postgres()),
        repository.resolve("deploy/local/target/lib"),
        Map.of(),
        // On TERM it would wait for its last client.
        "INT",
        HealthChecks.postgres(() -> PostgresData.connect(steps.folder(), steps.port, "postgres")),
        steps);
  }

  @Override
  public void prepare() throws IOException {
    PostgresData.prepare(folder());
  }

  @Override
  public void clearTheWay() throws IOException {
    PostgresData data = PostgresData.prepare(folder());
    data.running().ifPresent(left -> Signals.stop(left, "INT", Duration.ofSeconds(10)));
    data.forgetKilledServer();
  }

  @Override
  public List<String> command() throws IOException {
    return PostgresData.prepare(folder()).command(port, Durability.SURVIVES_POWER_LOSS);
  }

  @Override
  public void completeWhenHealthy() throws Exception {
    Secrets secrets = Secrets.of(home);
    for (String service : Ports.SERVICES) {
      PostgresData.createDatabase(
          folder(),
          port,
          Database.named(
              Secrets.databaseName(service),
              secrets.databaseOwner(service),
              secrets.database(service)));
    }
  }

  private Path folder() {
    return home.folder().resolve("postgres");
  }
}
