package dev.reclaim.rules.postgres;

import dev.reclaim.events.Handling;
import dev.reclaim.events.RuleName;
import dev.reclaim.rules.RuleRun;
import dev.reclaim.rules.RuleRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Runs as a table. */
public final class PostgresRuleRuns implements RuleRuns {

  private final Sql sql;

  public PostgresRuleRuns(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public List<RuleRun> of(RuleName rule, int atMost) {
    return sql.query(
        "SELECT * FROM rule_run WHERE rule = ? ORDER BY as_of DESC LIMIT ?",
        PostgresRuleRuns::read,
        rule.value(),
        atMost);
  }

  @Override
  public long proposing(RuleName rule) {
    return sql.query(
            "SELECT count(*) FROM rule_run WHERE rule = ? AND mode <> 'OBSERVE'",
            row -> row.getLong(1),
            rule.value())
        .getFirst();
  }

  private static RuleRun read(ResultSet row) throws SQLException {
    return new RuleRun(
        new RuleName(row.getString("rule")),
        row.getInt("rule_version"),
        Handling.Mode.valueOf(row.getString("mode")),
        Sql.instant(row, "as_of"),
        new RuleRun.Counts(
            row.getLong("judged"),
            row.getLong("reclaimable"),
            row.getLong("not_enough_data"),
            row.getLong("found"),
            row.getLong("over_cap"),
            row.getLong("withdrawn")));
  }
}
