package dev.reclaim.testkit;

import dev.reclaim.testkit.infrastructure.Infrastructure;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Points a service under test at the real broker and its own real database.
 *
 * <p>{@code @WithTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name =
 * "database", value = "consent_service"))}. The logins {@code admin}, {@code operator}, {@code
 * auditor}, {@code feed} and {@code service} exist, each with the role of its name (admin has all
 * but service) and the password {@link #PASSWORD}. {@code people}, as in {@code anna+ben}, names
 * further logins that have the password and no role at all; {@code logins=none} leaves all of them
 * out, as production does.
 */
public final class RealInfrastructure implements QuarkusTestResourceLifecycleManager {

  public static final String PASSWORD = "only-for-tests";

  /** SHA-256 of {@link #PASSWORD}. */
  private static final String HASH =
      "f03a84a7530c9955c26f1444a39b7af8609045fdb2e23a5e8f6d4a2837192cd6";

  private String database = "test";
  private String people = "";
  private boolean logins = true;

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", database);
    people = arguments.getOrDefault("people", people);
    logins = !"none".equals(arguments.get("logins"));
  }

  @Override
  public Map<String, String> start() {
    TestDatabase test = TestDatabase.named(database);
    return Map.of(
        "kafka.bootstrap.servers", Infrastructure.started().bootstrapServers(),
        "quarkus.datasource.jdbc.url", test.jdbcUrl(),
        "quarkus.datasource.username", test.role(),
        "quarkus.datasource.password", TestDatabase.PASSWORD,
        "quarkus.flyway.username", test.owner(),
        "quarkus.flyway.password", TestDatabase.PASSWORD,
        "reclaim.users", users());
  }

  private String users() {
    if (!logins) {
      return "";
    }
    String known = known();
    return people.isEmpty()
        ? known
        : known + "," + people.replace("+", ":" + HASH + ":,") + ":" + HASH + ":";
  }

  private static String known() {
    return String.join(
        ",",
        "admin:" + HASH + ":admin+operator+auditor+approver+feed",
        "operator:" + HASH + ":operator",
        "auditor:" + HASH + ":auditor",
        "feed:" + HASH + ":feed",
        "service:" + HASH + ":service");
  }

  @Override
  public void stop() {
    // Other tests of this JVM use the same broker and server; they end with it.
  }
}
