package dev.reclaim.consent.postgres;

import dev.reclaim.consent.Bounces;
import dev.reclaim.consent.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Bounces, and how far their mailbox was read. */
public final class BounceTable implements Bounces {

  private final Sql sql;

  public BounceTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public boolean note(String id, Noted noted) {
    return sql.change(
            """
            INSERT INTO bounce (id, at, outcome, status, message) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            id,
            noted.at(),
            noted.outcome().name(),
            noted.status(),
            noted.message().map(MessageId::value))
        == 1;
  }

  @Override
  public boolean isKnown(String id) {
    return sql.one("SELECT id FROM bounce WHERE id = ?", row -> row.getString(1), id).isPresent();
  }

  @Override
  public Map<Outcome, Long> counts() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0L);
    }
    sql.list(
            "SELECT outcome, count(*) FROM bounce GROUP BY outcome",
            row -> Map.entry(Outcome.valueOf(row.getString(1)), row.getLong(2)))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  @Override
  public List<Noted> latest(int most) {
    return sql.list("SELECT * FROM bounce ORDER BY at DESC, id LIMIT ?", BounceTable::noted, most);
  }

  private static Noted noted(ResultSet row) throws SQLException {
    return new Noted(
        row.getTimestamp("at").toInstant(),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("status"),
        Optional.ofNullable(row.getString("message")).map(MessageId::new));
  }

  @Override
  public Optional<Position> position(String mailbox) {
    return sql.one(
        "SELECT validity, last FROM mailbox WHERE name = ?",
        row -> new Position(row.getLong(1), row.getLong(2)),
        mailbox);
  }

  @Override
  public void readUpTo(String mailbox, Position position) {
    sql.change(
        """
        INSERT INTO mailbox (name, validity, last) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET validity = excluded.validity, last = excluded.last
        """,
        mailbox,
        position.validity(),
        position.last());
  }
}
