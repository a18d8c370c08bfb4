package dev.reclaim.bench.revocation;

import dev.reclaim.bench.Transactions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A service's own database.
 *
 * @param connections join the transaction of their thread, as in the service
 */
record ServiceDatabase(Transactions connections) implements AutoCloseable {

  static ServiceDatabase at(String url, String login, String password) {
    return new ServiceDatabase(
        new Transactions(() -> DriverManager.getConnection(url, login, password)));
  }

  /** As the parts of a service want it. */
  dev.reclaim.messaging.Transactions transactions() {
    return work ->
        connections.call(
            () -> {
              work.run();
              return "";
            });
  }

  Connection connect() throws SQLException {
    return connections.getConnection();
  }

  @Override
  public void close() throws SQLException {
    connections.close();
  }
}
