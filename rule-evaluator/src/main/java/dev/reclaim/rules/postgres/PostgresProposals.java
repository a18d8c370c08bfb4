package dev.reclaim.rules.postgres;

import dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Finding;
import dev.reclaim.rules.Proposal;
import dev.reclaim.rules.Proposals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Proposals as a table; its unique index lets no seat be proposed twice. */
public final class PostgresProposals implements Proposals {

  private final Sql sql;

  public PostgresProposals(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public Set<CandidateId> add(Collection<Proposal.Open> proposals) {
    if (proposals.isEmpty()) {
      return Set.of();
    }
    List<Finding> findings = proposals.stream().map(Proposal.Open::finding).toList();
    return Set.copyOf(
        sql.query(
            """
            INSERT INTO candidate (id, seat, rule, rule_version, episode, as_of, use_cancels, state)
            SELECT *, 'open' FROM unnest(
              ?, ?, ?, ?::text[]::int[], ?::text[]::int[], ?::text[]::timestamptz[],
              ?::text[]::boolean[])
            ON CONFLICT DO NOTHING RETURNING id
            """,
            row -> new CandidateId(row.getString("id")),
            Sql.column(findings, Finding::candidate),
            Sql.column(findings, Finding::seat),
            Sql.column(findings, Finding::rule),
            Sql.column(findings, Finding::ruleVersion),
            Sql.column(findings, Finding::episode),
            Sql.column(findings, Finding::asOf),
            Sql.column(findings, Finding::useCancels)));
  }

  @Override
  public Map<CandidateId, Proposal> find(Collection<CandidateId> candidates) {
    sql.query(
        """
        SELECT id FROM seat
        WHERE id IN (SELECT seat FROM candidate WHERE id = ANY(?)) ORDER BY id FOR UPDATE
        """,
        row -> row.getString(1),
        candidates);
    return sql
        .query("SELECT * FROM candidate WHERE id = ANY(?)", PostgresProposals::read, candidates)
        .stream()
        .collect(Collectors.toMap(proposal -> proposal.finding().candidate(), p -> p));
  }

  @Override
  public void replace(Collection<Proposal> proposals) {
    sql.batch(
        """
        UPDATE candidate SET state = ?, how = ?, ended_at = ?::timestamptz,
          kept_until = ?::timestamptz WHERE id = ?
        """,
        proposals.stream().map(PostgresProposals::row).toList());
  }

  private static Object[] row(Proposal proposal) {
    String id = proposal.finding().candidate().value();
    return switch (proposal) {
      case Proposal.Open _ -> new Object[] {"open", null, null, null, id};
      case Proposal.Approved _ -> new Object[] {"approved", null, null, null, id};
      case Proposal.Withdrawn w -> new Object[] {"withdrawn", w.cause().name(), w.at(), null, id};
      case Proposal.Closed c ->
          new Object[] {"closed", c.outcome().name(), c.at(), c.keptUntil().orElse(null), id};
    };
  }

  @Override
  public void kept(CandidateId candidate, Instant at) {
    sql.update(
        """
        UPDATE seat SET kept_at = greatest(kept_at, ?)
        WHERE id = (SELECT seat FROM candidate WHERE id = ?)
        """,
        at,
        candidate.value());
  }

  static Proposal read(ResultSet row) throws SQLException {
    Finding finding =
        new Finding(
            new SeatId(row.getString("seat")),
            new RuleName(row.getString("rule")),
            row.getInt("rule_version"),
            row.getInt("episode"),
            Sql.instant(row, "as_of"),
            row.getBoolean("use_cancels"));
    String state = row.getString("state");
    return switch (state) {
      case "open" -> new Proposal.Open(finding);
      case "approved" -> new Proposal.Approved(finding);
      case "withdrawn" ->
          new Proposal.Withdrawn(
              finding, Cause.valueOf(row.getString("how")), Sql.instant(row, "ended_at"));
      case "closed" ->
          new Proposal.Closed(
              finding,
              Outcome.valueOf(row.getString("how")),
              Sql.instant(row, "ended_at"),
              Sql.maybeInstant(row, "kept_until"));
      default -> throw new IllegalStateException("candidate.state: '" + state + "' is not known");
    };
  }
}
