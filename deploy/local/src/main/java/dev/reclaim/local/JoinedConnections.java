package dev.reclaim.local;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections that join the transaction of their thread and are used again, as in a service, for
 * programs and tests that are put together without its container.
 */
public final class JoinedConnections implements DataSource, AutoCloseable {

  /** Makes a connection. */
  public interface Connects {
    Connection connect() throws SQLException;
  }

  private final Connects connects;
  private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
  private final Map<Thread, Connection> current = new ConcurrentHashMap<>();

  public JoinedConnections(Connects connects) {
    this.connects = connects;
  }

  /**
   * Runs work in a transaction; an exception undoes it.
   *
   * @throws IllegalStateException when the database fails; its cause says how
   */
  public <T> T call(Supplier<T> work) {
    return call(work, _ -> true);
  }

  /** As above, and what is not to be kept is undone. */
  public <T> T call(Supplier<T> work, Predicate<T> keep) {
    try {
      Connection connection = take();
      connection.setAutoCommit(false);
      current.put(Thread.currentThread(), connection);
      try {
        T result = work.get();
        if (keep.test(result)) {
          connection.commit();
        } else {
          connection.rollback();
        }
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        current.remove(Thread.currentThread());
        connection.setAutoCommit(true);
        idle.add(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection take() throws SQLException {
    Connection free = idle.poll();
    return free == null ? connects.connect() : free;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection joined = current.get(Thread.currentThread());
    if (joined != null) {
      return closingDoes(joined, () -> {});
    }
    Connection taken = take();
    return closingDoes(taken, () -> idle.add(taken));
  }

  private static Connection closingDoes(Connection connection, Runnable onClose) {
    return (Connection)
        Proxy.newProxyInstance(
            JoinedConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("close")) {
                onClose.run();
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Closes what nobody uses at this moment. */
  @Override
  public void close() throws SQLException {
    for (Connection connection : idle) {
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
