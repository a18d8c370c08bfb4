package dev.reclaim.testkit.infrastructure;

import dev.reclaim.local.CreatesDatabase;
import dev.reclaim.local.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/**
 * Broker and database in containers, set up as the embedded ones are. The images can be chosen:
 * {@code -Dreclaim.test.image.kafka=…} and {@code -Dreclaim.test.image.postgres=…}.
 */
final class ContainerInfrastructure implements Infrastructure {

  private static final String SUPERUSER = "postgres";

  private final KafkaContainer broker;
  private final PostgreSQLContainer<?> postgres;

  @SuppressWarnings("resource") // Testcontainers ends them with the JVM.
  ContainerInfrastructure() {
    requireEngine();
    broker =
        new KafkaContainer(image("kafka", "apache/kafka", "4.1.1"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_NUM_PARTITIONS", "6");
    postgres =
        new PostgreSQLContainer<>(image("postgres", "postgres", "18"))
            .withUsername(SUPERUSER)
            .withPassword(TestDatabase.PASSWORD)
            .withDatabaseName("postgres")
            .withEnv(
                "POSTGRES_INITDB_ARGS",
                "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8");
    Startables.deepStart(broker, postgres).join();
    System.out.printf(
        "Tests run on containers of %s and %s.%n",
        broker.getDockerImageName(), postgres.getDockerImageName());
  }

  /** Who asked for containers must not get anything else. */
  private static void requireEngine() {
    try {
      DockerClientFactory.instance().client();
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "reclaim.test.infra=containers needs a Docker engine, and none answers here;"
              + " start one, or leave the property out to test with embedded servers.",
          e);
    }
  }

  private static DockerImageName image(String part, String official, String tag) {
    String chosen = System.getProperty("reclaim.test.image." + part, official + ":" + tag);
    return DockerImageName.parse(chosen).asCompatibleSubstituteFor(official);
  }

  @Override
  public String bootstrapServers() {
    return broker.getBootstrapServers();
  }

  @Override
  public TestDatabase database(String name) {
    try {
      CreatesDatabase.on(this::superuser)
          .create(Database.named(name, TestDatabase.PASSWORD, TestDatabase.PASSWORD));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the test database " + name + " could not be made", e);
    }
    return new TestDatabase(jdbcUrl(name), name + "_owner", name, () -> superuser(name));
  }

  private Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, TestDatabase.PASSWORD);
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s"
        .formatted(
            postgres.getHost(),
            postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
            database);
  }
}
