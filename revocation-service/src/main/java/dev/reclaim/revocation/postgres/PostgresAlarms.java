package dev.reclaim.revocation.postgres;

import dev.reclaim.messaging.Transactions;
import dev.reclaim.revocation.Alarms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Alarms as rows that are written with the first thing that a brake holds. */
public final class PostgresAlarms implements Alarms {

  private final Transactions transactions;
  private final Statements sql;

  public PostgresAlarms(Transactions transactions, Statements sql) {
    this.transactions = transactions;
    this.sql = sql;
  }

  @Override
  public List<Alarm> untold() {
    List<Alarm> alarms = new ArrayList<>();
    transactions.run(
        () ->
            alarms.addAll(
                sql.query(
                    "SELECT brake, why, since FROM brake_alert WHERE told_at IS NULL ORDER BY"
                        + " since",
                    row ->
                        new Alarm(
                            row.getString("brake"),
                            row.getString("why"),
                            row.getTimestamp("since").toInstant()))));
    return alarms;
  }

  @Override
  public void told(String brake, Instant at) {
    transactions.run(
        () -> sql.update("UPDATE brake_alert SET told_at = ? WHERE brake = ?", at, brake));
  }

  @Override
  public void forgetOver() {
    transactions.run(
        () ->
            sql.update(
                """
                DELETE FROM brake_alert a WHERE told_at IS NOT NULL
                  AND NOT EXISTS (SELECT FROM revocation r WHERE r.brake = a.brake)
                """));
  }
}
