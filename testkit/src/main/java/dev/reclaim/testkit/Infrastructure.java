package dev.reclaim.testkit;

/** The real parts that tests run on: one Kafka broker and one PostgreSQL server per test JVM. */
interface Infrastructure {

  String bootstrapServers();

  /**
   * Makes sure that a database exists, with an owner that migrates and a role that the service
   * uses.
   *
   * @param name lower case with underscores
   */
  TestDatabase database(String name);

  /**
   * Embedded by default. With {@code -Dreclaim.test.infra=containers} the same tests run on
   * containers, which needs a Docker engine.
   */
  static Infrastructure started() {
    return Holder.INSTANCE;
  }

  /** Starts on first use; ends with the JVM. */
  final class Holder {
    private static final Infrastructure INSTANCE = start();

    private Holder() {}

    private static Infrastructure start() {
      String wanted = System.getProperty("reclaim.test.infra", "embedded");
      return switch (wanted) {
        case "embedded" -> new EmbeddedInfrastructure();
        case "containers" -> new ContainerInfrastructure();
        default ->
            throw new IllegalArgumentException(
                "reclaim.test.infra: '" + wanted + "' is neither embedded nor containers");
      };
    }
  }
}
