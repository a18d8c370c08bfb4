package dev.reclaim.testkit.infrastructure;

/** The one of this JVM. What could not be started says so to every test, not to the first alone. */
final class Started {

  private static Infrastructure instance;

  private Started() {}

  static synchronized Infrastructure instance() {
    if (instance == null) {
      instance = start(System.getProperty("reclaim.test.infra", "embedded"));
    }
    return instance;
  }

  private static Infrastructure start(String wanted) {
    return switch (wanted) {
      case "embedded" -> new EmbeddedInfrastructure();
      case "containers" -> new ContainerInfrastructure();
      default ->
          throw new IllegalArgumentException(
              "reclaim.test.infra: '" + wanted + "' is neither embedded nor containers");
    };
  }
}
