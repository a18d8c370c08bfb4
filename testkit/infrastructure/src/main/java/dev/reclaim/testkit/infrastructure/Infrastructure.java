package dev.reclaim.testkit.infrastructure;

/** The real parts that tests run on: one Kafka broker and one PostgreSQL server per test JVM. */
public interface Infrastructure {

  String bootstrapServers();

  /**
   * Makes sure that a database exists, with an owner that migrates and a role that the service
   * uses.
   *
   * @param name lower case with underscores
   */
  TestDatabase database(String name);

  /**
   * Starts on first use; ends with the JVM. Embedded by default. With {@code
   * -Dreclaim.test.infra=containers} the same tests run on containers, which needs a Docker engine.
   *
   * @throws IllegalStateException where that property is set and no engine answers
   */
  static Infrastructure started() {
    return Started.instance();
  }
}
