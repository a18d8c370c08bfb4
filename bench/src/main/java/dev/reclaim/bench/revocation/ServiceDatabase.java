package dev.reclaim.bench.revocation;

import dev.reclaim.local.JoinedConnections;
import dev.reclaim.messaging.Transactions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A service's own database.
 *
 * @param connections join the transaction of their thread, as in the service
 */
record ServiceDatabase(JoinedConnections connections) implements AutoCloseable {

  static ServiceDatabase at(String url, String login, String password) {
    return new ServiceDatabase(
        new JoinedConnections(() -> DriverManager.getConnection(url, login, password)));
  }

  /** As the parts of a service want it. */
  Transactions transactions() {
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
