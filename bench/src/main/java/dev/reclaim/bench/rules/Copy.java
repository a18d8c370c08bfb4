package dev.reclaim.bench.rules;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Rows for one table, written by COPY a few megabytes at a time. */
final class Copy implements AutoCloseable {

  private static final int BUFFERED = 1 << 21;

  private final Connection connection;
  private final String command;
  private final StringBuilder rows = new StringBuilder();

  Copy(Connection connection, String table, String columns) {
    this.connection = connection;
    this.command = "COPY " + table + " (" + columns + ") FROM STDIN";
  }

  void row(Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      rows.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
    }
    rows.append('\n');
    if (rows.length() > BUFFERED) {
      write();
    }
  }

  private void write() throws SQLException {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
    rows.setLength(0);
  }

  @Override
  public void close() throws SQLException {
    write();
  }
}
