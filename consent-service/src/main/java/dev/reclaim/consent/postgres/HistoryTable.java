package dev.reclaim.consent.postgres;

import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.History;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** What happened, one row each, only ever added to. */
public final class HistoryTable implements History {

  private static final String INSERT =
      """
      INSERT INTO history (candidate, at, what, effect, state, by_role, by_id, why, comment)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Sql sql;

  public HistoryTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void happened(ConsentEvent.AboutCandidate event, Candidate next, Instant at) {
    sql.change(
        INSERT,
        event.candidate().value(),
        at,
        event.getClass().getSimpleName(),
        true,
        next.getClass().getSimpleName(),
        event.by().role().name(),
        event.by().id(),
        event.why(),
        commentOf(event));
  }

  private static Optional<String> commentOf(ConsentEvent event) {
    return switch (event) {
      case ConsentEvent.HolderAnswered it -> it.comment();
      case ConsentEvent.ManagerAnswered it -> it.comment();
      default -> Optional.empty();
    };
  }

  @Override
  public void hadNoEffect(CandidateId candidate, String input, String why, Instant at) {
    sql.change(
        INSERT, candidate.value(), at, input, false, null, "SYSTEM", "consent-service", why, null);
  }
}
