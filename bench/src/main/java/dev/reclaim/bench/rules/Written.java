package dev.reclaim.bench.rules;

import dev.reclaim.bench.BenchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What was found, withdrawn and said, so that two ways to do it can be compared and undone.
 *
 * @param candidates a sum over all that is new or withdrawn
 * @param messages a sum over all that was said, word for word, except why something is withdrawn
 */
record Written(long found, long withdrawn, String candidates, String messages) {

  private static final String READ =
      """
      SELECT found, withdrawn, candidates, messages FROM
        (SELECT count(*) FILTER (WHERE as_of = $as_of) AS found,
          count(*) FILTER (WHERE ended_at = $as_of) AS withdrawn,
          sum(hashtextextended(concat_ws(' ', id, seat, rule, rule_version, episode, use_cancels,
            state, how), 0)::numeric) AS candidates
        FROM candidate WHERE as_of = $as_of OR ended_at = $as_of) c,
        (SELECT sum(hashtextextended(key || (headers - 'ce_id')::text || (value - 'why')::text, 0)::numeric)
          AS messages
        FROM (SELECT key, headers, convert_from(value, 'UTF8')::jsonb AS value FROM outbox) o) m
      """;

  /** In the state before, with as few dead rows as then. */
  private static final String UNDO =
      """
      DELETE FROM candidate WHERE as_of = $as_of;
      UPDATE candidate SET state = 'open', how = NULL, ended_at = NULL WHERE ended_at = $as_of;
      TRUNCATE outbox, rule_run;
      """;

  static Written in(BenchDatabase database) throws SQLException {
    try (Connection connection = database.asOwner();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(asOf(READ))) {
      row.next();
      return new Written(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4));
    }
  }

  static void undo(BenchDatabase database) throws SQLException {
    try (Connection connection = database.asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(asOf(UNDO));
      for (String table : new String[] {"candidate", "seat", "outbox"}) {
        statement.execute("VACUUM ANALYZE " + table);
      }
    }
  }

  /** A script with the moment of the sweep filled in. */
  static String asOf(String script) {
    return script.replace("$as_of", "'" + BigTown.AS_OF + "'::timestamptz");
  }
}
