package dev.reclaim.rules.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Rows for many tables, written by COPY. */
final class Rows {

  private static final int BUFFERED = 1 << 22;

  private static final Map<String, String> COLUMNS = columns();

  private final Connection connection;
  private final Map<String, StringBuilder> waiting = new LinkedHashMap<>();

  Rows(Connection connection) {
    this.connection = connection;
  }

  private static Map<String, String> columns() {
    return Map.of(
        "source_health",
        "source, application, coverage_from, last_record_at, said_at, believed_from, sees",
        "holder",
        """
        id, name, status, since, as_of, said_at, kind, time_zone, working_days, started_at,
        contract_ends_at, account_enabled, in_roster, department, department_key, cost_centre,
        cost_centre_key, location, location_key, groups, group_keys, moved_from, moved_to,
        moved_at, department_known_since""",
        "holder_identifier",
        "holder, identifier",
        "holder_leave",
        "holder, begins, ends",
        "seat",
        """
        id, holder, application, tier, account, via, via_group_key, assigned_at,
        assigned_said_at, first_seen, last_seen, gone_at, restored_at, kept_at""",
        "candidate",
        "id, seat, rule, rule_version, episode, as_of, use_cancels, state, how, ended_at, kept_until",
        "usage_day",
        """
        holder, application, day, seconds, opens, unmeasured, last_use, sources, revision,
        features""",
        "hold",
        "name, holder, application, until");
  }

  void add(String table, Object... values) {
    StringBuilder rows = waiting.computeIfAbsent(table, _ -> new StringBuilder());
    for (int i = 0; i < values.length; i++) {
      rows.append(i == 0 ? "" : "\t").append(text(values[i]));
    }
    rows.append('\n');
    if (rows.length() > BUFFERED) {
      write(table);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> "\\N";
      case Collection<?> list ->
          list.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(",", "{", "}"));
      default -> value.toString();
    };
  }

  /** Writes what waits, and has the database look at it. */
  void flush() {
    waiting.keySet().forEach(this::write);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String table) {
    StringBuilder rows = waiting.get(table);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY " + table + " (" + COLUMNS.get(table) + ") FROM STDIN",
              new StringReader(rows.toString()));
      rows.setLength(0);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("rows of " + table + " could not be written", e);
    }
  }
}
