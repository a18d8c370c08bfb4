package dev.reclaim.consent.postgres;

import dev.reclaim.consent.Input;
import dev.reclaim.consent.Parked;
import dev.reclaim.events.CandidateId;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** News that waits, until its time has come. */
public final class ParkedTable implements Parked {

  private final Sql sql;

  public ParkedTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void add(CandidateId candidate, Input.Fact news, Cause cause, Instant now) {
    sql.change(
        """
        INSERT INTO parked (candidate, input, body, cause, parked_at)
        VALUES (?, ?, ?::jsonb, ?::jsonb, ?)
        """,
        candidate.value(),
        news.getClass().getSimpleName(),
        Sql.json(news),
        Sql.json(cause),
        now);
  }

  private record Numbered(long id, Waiting waiting) {}

  @Override
  public List<Waiting> takeAll(CandidateId candidate) {
    return sql
        .list(
            "DELETE FROM parked WHERE candidate = ? RETURNING id, input, body, cause",
            row ->
                new Numbered(
                    row.getLong("id"),
                    new Waiting(
                        Sql.parse(
                            row.getString("body"),
                            Sql.named(Input.Fact.class, row.getString("input"))),
                        Sql.parse(row.getString("cause"), Cause.class))),
            candidate.value())
        .stream()
        .sorted(Comparator.comparingLong(Numbered::id))
        .map(Numbered::waiting)
        .toList();
  }
}
