package dev.reclaim.rules.postgres;

import dev.reclaim.rules.InTransaction;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database of which all statements of a thread go through one connection. */
final class OneConnectionPerThread implements DataSource, InTransaction, AutoCloseable {

  /** Makes a connection. */
  interface Connects {
    Connection connect() throws SQLException;
  }

  private final Connects connects;
  private final Map<Thread, Connection> connections = new ConcurrentHashMap<>();

  OneConnectionPerThread(Connects connects) {
    this.connects = connects;
  }

  private Connection mine() throws SQLException {
    Connection mine = connections.get(Thread.currentThread());
    if (mine == null) {
      mine = connects.connect();
      connections.put(Thread.currentThread(), mine);
    }
    return mine;
  }

  @Override
  public <T> T call(Supplier<T> work, Predicate<T> keep) {
    try {
      Connection connection = mine();
      connection.setAutoCommit(false);
      try {
        T result = work.get();
        if (keep.test(result)) {
          connection.commit();
        } else {
          connection.rollback();
        }
        return result;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return staysOpen(mine());
  }

  private static Connection staysOpen(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            OneConnectionPerThread.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
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
  public void close() throws SQLException {
    for (Connection connection : connections.values()) {
      connection.close();
    }
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
