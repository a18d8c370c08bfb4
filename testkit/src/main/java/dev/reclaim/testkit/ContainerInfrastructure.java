package dev.reclaim.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.kafka.KafkaContainer;

/** Broker and database in containers. The images can be chosen, for registries that mirror them. */
final class ContainerInfrastructure implements Infrastructure {

  private final KafkaContainer broker =
      new KafkaContainer(System.getProperty("reclaim.test.image.kafka", "apache/kafka:4.1.1"));
  private final PostgreSQLContainer<?> postgres;

  @SuppressWarnings("resource") // Testcontainers ends them with the JVM.
  ContainerInfrastructure() {
    broker.start();
    postgres =
        new PostgreSQLContainer<>(System.getProperty("reclaim.test.image.postgres", "postgres:18"))
            .withUsername("postgres")
            .withPassword(TestDatabase.PASSWORD);
    postgres.start();
  }

  @Override
  public String bootstrapServers() {
    return broker.getBootstrapServers();
  }

  @Override
  public TestDatabase database(String name) {
    String url =
        "jdbc:postgresql://%s:%d/".formatted(postgres.getHost(), postgres.getMappedPort(5432));
    try {
      if (!exists(url, name)) {
        create(url, name);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the test database " + name + " could not be made", e);
    }
    return new TestDatabase(url + name, name + "_owner", name, () -> superuser(url + name));
  }

  private static boolean exists(String url, String name) throws SQLException {
    try (Connection connection = superuser(url + "postgres");
        Statement sql = connection.createStatement()) {
      return sql.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'").next();
    }
  }

  private static void create(String url, String name) throws SQLException {
    try (Connection connection = superuser(url + "postgres");
        Statement sql = connection.createStatement()) {
      String login = " LOGIN PASSWORD '" + TestDatabase.PASSWORD + "'";
      sql.execute("CREATE ROLE " + name + "_owner" + login);
      sql.execute("CREATE ROLE " + name + login);
      sql.execute("CREATE DATABASE " + name + " OWNER " + name + "_owner");
    }
    try (Connection connection = superuser(url + name);
        Statement sql = connection.createStatement()) {
      String forOwner = "ALTER DEFAULT PRIVILEGES FOR ROLE " + name + "_owner GRANT ";
      String verbs =
          name.equals("audit_service") ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
      sql.execute(forOwner + verbs + " ON TABLES TO " + name);
      sql.execute(forOwner + "USAGE, SELECT ON SEQUENCES TO " + name);
      sql.execute("GRANT CREATE, USAGE ON SCHEMA public TO " + name + "_owner");
      sql.execute("GRANT USAGE ON SCHEMA public TO " + name);
    }
  }

  private static Connection superuser(String url) throws SQLException {
    return DriverManager.getConnection(url, "postgres", TestDatabase.PASSWORD);
  }
}
