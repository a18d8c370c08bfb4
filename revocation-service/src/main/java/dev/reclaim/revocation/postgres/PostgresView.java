package dev.reclaim.revocation.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import dev.reclaim.revocation.KnownApplication;
import dev.reclaim.revocation.Mark;
import dev.reclaim.revocation.Pace;
import dev.reclaim.revocation.SeesRevocations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people may look at, out of the tables. */
public final class PostgresView implements SeesRevocations {

  private static final String STANDING =
      "SELECT number, state, body, state_since, next_attempt_at FROM revocation ";

  private final Statements sql;
  private final ReadsFacts facts;
  private final ReadsPaces paces;
  private final InstantSource clock;

  public PostgresView(Statements sql, ReadsFacts facts, ReadsPaces paces, InstantSource clock) {
    this.sql = sql;
    this.facts = facts;
    this.paces = paces;
    this.clock = clock;
  }

  @Override
  public List<Standing> page(Optional<String> state, int limit, long before) {
    return sql.query(
        STANDING + "WHERE state = coalesce(?, state) AND number < ? ORDER BY number DESC LIMIT ?",
        PostgresView::standing,
        state,
        before,
        limit);
  }

  @Override
  public Optional<Standing> one(RevocationId id) {
    return sql.first(STANDING + "WHERE id = ?", PostgresView::standing, id);
  }

  @Override
  public List<Operation> operations(RevocationId id) {
    return sql.query(
        "SELECT * FROM operation WHERE revocation = ? ORDER BY number",
        row ->
            new Operation(
                new OperationId(row.getString("id")),
                Step.valueOf(row.getString("step")),
                Mark.Direction.valueOf(row.getString("direction")),
                row.getInt("attempt"),
                row.getTimestamp("started_at").toInstant(),
                Statements.text(row, "outcome"),
                Statements.text(row, "why"),
                Statements.instant(row, "ended_at")),
        id);
  }

  @Override
  public List<Standing> heldBy(String brake, int limit) {
    return sql.query(
        STANDING + "WHERE brake = ? ORDER BY state_since, number LIMIT ?",
        PostgresView::standing,
        brake,
        limit);
  }

  @Override
  public Map<String, Integer> heldCounts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    sql.query(
        "SELECT brake, count(*) AS held FROM revocation WHERE brake IS NOT NULL GROUP BY brake"
            + " ORDER BY brake",
        row -> counts.put(row.getString("brake"), row.getInt("held")));
    return counts;
  }

  @Override
  public List<String> namesOf(HolderId holder) {
    return sql.query(
        "SELECT identifier FROM holder_identifier WHERE holder = ? ORDER BY place",
        row -> row.getString("identifier"),
        holder);
  }

  @Override
  public Optional<KnownApplication> application(ApplicationId id) {
    return facts.application(id);
  }

  @Override
  public Map<ApplicationId, Pace> paces() {
    return paces.all(clock.instant());
  }

  @Override
  public Pace paceInAll() {
    return paces.inAll(clock.instant());
  }

  @Override
  public List<SeatSource> sourcesOf(ConnectionName connection) {
    return sql
        .query(
            "SELECT * FROM application WHERE connection = ? ORDER BY id",
            ApplicationRows::source,
            connection)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getLong("number"),
        StatesAsJson.read(row.getString("state"), row.getString("body")),
        row.getTimestamp("state_since").toInstant(),
        Statements.instant(row, "next_attempt_at"));
  }
}
