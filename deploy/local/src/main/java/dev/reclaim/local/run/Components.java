package dev.reclaim.local.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of what {@code ./reclaim up} starts, in this order. */
final class Components {
  /** Fewer memory arenas of the C library: some 30 MiB less for each JVM on Linux. */
  private static final Map<String, String> FRUGAL = Map.of("MALLOC_ARENA_MAX", "2");

  private static final int SERVICE_HEAP_MIB = 112;
  private static final int SANDBOX_HEAP_MIB = 64;
  private static final int KAFKA_HEAP_MIB = 256;

  private Components() {}

  static List<Component> of(Path repository, Home home, Ports ports) {
    List<Component> table = new ArrayList<>();
    table.add(PostgresComponent.of(repository, home, ports));
    table.add(kafka(repository, home, ports));
    table.add(sandbox(repository, home, ports));
    for (String service : Ports.SERVICES) {
      table.add(service(service, repository, home, ports));
    }
    return List.copyOf(table);
  }

  private static Component kafka(Path repository, Home home, Ports ports) {
    return new Component(
        "kafka",
        0,
        List.of(ports.kafka(), ports.kafkaController()),
        repository.resolve("deploy/local/target/lib"),
        FRUGAL,
        "TERM",
        HealthChecks.kafka(ports.kafka()),
        () ->
            Jvm.runner(
                KAFKA_HEAP_MIB,
                repository,
                List.of(
                    "dev.reclaim.local.LocalBroker",
                    home.folder().resolve("kafka").toString(),
                    Integer.toString(ports.kafka()),
                    Integer.toString(ports.kafkaController()))));
  }

  private static Component sandbox(Path repository, Home home, Ports ports) {
    Path module = repository.resolve("sandbox");
    return new Component(
        "sandbox",
        0,
        List.of(ports.sandbox(), ports.ldap(), ports.smtp()),
        module.resolve("target/lib"),
        Map.of("MALLOC_ARENA_MAX", "2", "SANDBOX_CONFIG", home.config("sandbox").toString()),
        "TERM",
        HealthChecks.http(Ports.url(ports.sandbox()) + "/health"),
        () -> Jvm.module(SANDBOX_HEAP_MIB, module, List.of("dev.reclaim.sandbox.Sandbox")));
  }

  private static Component service(String name, Path repository, Home home, Ports ports) {
    Path jar = repository.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    return new Component(
        name,
        1,
        List.of(ports.service(name)),
        jar,
        Map.of(
            "MALLOC_ARENA_MAX",
            "2",
            "QUARKUS_PROFILE",
            "local",
            "SMALLRYE_CONFIG_LOCATIONS",
            home.config(name).toString()),
        "TERM",
        HealthChecks.http(Ports.url(ports.service(name)) + "/q/health/ready"),
        () -> Jvm.command(SERVICE_HEAP_MIB, List.of("-jar"), List.of(jar.toString())));
  }
}
