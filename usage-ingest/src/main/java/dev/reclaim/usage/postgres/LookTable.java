package dev.reclaim.usage.postgres;

import static dev.reclaim.usage.postgres.Sql.instant;
import static dev.reclaim.usage.postgres.Sql.optionalInstant;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.usage.KeepsLooks;
import dev.reclaim.usage.LookState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** How the looks go, one row for each application. */
public final class LookTable implements KeepsLooks {

  private final Sql sql;

  public LookTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public Optional<LookState> of(ApplicationId application) {
    return sql
        .list("SELECT * FROM seat_look WHERE application = ?", LookTable::look, application.value())
        .stream()
        .findFirst();
  }

  List<LookState> all() {
    return sql.list("SELECT * FROM seat_look ORDER BY application", LookTable::look);
  }

  @Override
  public void save(LookState state) {
    sql.run(
        """
        INSERT INTO seat_look (application, looked_at, complete_at, members, held, trouble)
        VALUES (?, ?, ?::timestamptz, ?, ?, ?)
        ON CONFLICT (application) DO UPDATE SET
          looked_at = excluded.looked_at, complete_at = excluded.complete_at,
          members = excluded.members, held = excluded.held, trouble = excluded.trouble
        """,
        state.application().value(),
        state.lookedAt(),
        state.completeAt().map(Object::toString).orElse(null),
        state.members(),
        state.held(),
        state.trouble().orElse(null));
  }

  private static LookState look(ResultSet row) throws SQLException {
    return new LookState(
        new ApplicationId(row.getString("application")),
        instant(row, "looked_at"),
        optionalInstant(row, "complete_at"),
        row.getInt("members"),
        row.getInt("held"),
        Optional.ofNullable(row.getString("trouble")));
  }
}
