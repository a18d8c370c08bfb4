package dev.reclaim.bench.revocation;

import dev.reclaim.messaging.DatabaseFailure;
import dev.reclaim.messaging.Transactions;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool whose connections join the transaction of their thread, as they do in a service. */
final class BenchDatabase implements DataSource, Transactions, AutoCloseable {

  private final String url;
  private final String login;
  private final String password;
  private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
  private final Map<Thread, Connection> current = new ConcurrentHashMap<>();

  BenchDatabase(String url, String login, String password) {
    this.url = url;
    this.login = login;
    this.password = password;
  }

  @Override
  public void run(Runnable work) {
    try {
      Connection connection = borrow();
      current.put(Thread.currentThread(), connection);
      try {
        connection.setAutoCommit(false);
        work.run();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        current.remove(Thread.currentThread());
        connection.setAutoCommit(true);
        idle.add(connection);
      }
    } catch (SQLException e) {
      throw new DatabaseFailure("transaction", e);
    }
  }

  private Connection borrow() throws SQLException {
    Connection connection = idle.poll();
    return connection != null ? connection : DriverManager.getConnection(url, login, password);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection joined = current.get(Thread.currentThread());
    return joined == null ? handOut(borrow(), true) : handOut(joined, false);
  }

  private Connection handOut(Connection connection, boolean comesBack) {
    return (Connection)
        Proxy.newProxyInstance(
            BenchDatabase.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("close")) {
                if (comesBack) {
                  idle.add(connection);
                }
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
    for (Connection one = idle.poll(); one != null; one = idle.poll()) {
      one.close();
    }
  }

  @Override
  public Connection getConnection(String user, String secret) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // Nothing is logged.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The driver's own counts.
  }

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
