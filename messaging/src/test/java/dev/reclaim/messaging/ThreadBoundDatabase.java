package dev.reclaim.messaging;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database whose connections join the transaction of their thread, as they do in a service. */
final class ThreadBoundDatabase implements DataSource, Transactions {

  interface Connects {
    Connection connect() throws SQLException;
  }

  private final Connects connects;
  private final Map<Thread, Connection> current = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();

  ThreadBoundDatabase(Connects connects) {
    this.connects = connects;
  }

  /**
   * The next transactions fail as if the server had gone away after the work and before the commit.
   */
  void losesTheNextCommits(int count) {
    failures.set(count);
  }

  @Override
  public void run(Runnable work) {
    try (Connection connection = connects.connect()) {
      connection.setAutoCommit(false);
      current.put(Thread.currentThread(), connection);
      try {
        work.run();
        if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          throw new SQLException("the connection was lost", "08006");
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        current.remove(Thread.currentThread());
      }
    } catch (SQLException e) {
      throw new DatabaseFailure("transaction", e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection joined = current.get(Thread.currentThread());
    return joined == null ? connects.connect() : staysOpen(joined);
  }

  private static Connection staysOpen(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            ThreadBoundDatabase.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
