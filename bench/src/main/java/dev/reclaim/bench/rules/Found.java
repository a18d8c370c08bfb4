package dev.reclaim.bench.rules;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Pairs of a seat and a rule, so that two sets of them can be compared.
 *
 * @param sum of a hash of each
 */
record Found(long pairs, String sum) {

  static String in(String table, String where) {
    return "SELECT count(*), coalesce(sum(hashtextextended(seat || ' ' || rule, 0)::numeric), 0)"
        + " FROM "
        + table
        + " WHERE "
        + where;
  }

  static Found read(ResultSet row) throws SQLException {
    return new Found(row.getLong(1), row.getString(2));
  }
}
