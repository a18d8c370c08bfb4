package dev.reclaim.revocation.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.revocation.Brake;
import dev.reclaim.revocation.BrakeRecord;
import dev.reclaim.revocation.Facts;
import dev.reclaim.revocation.KnownApplication;
import dev.reclaim.revocation.Readings;
import dev.reclaim.revocation.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what is known about one revocation, in the transaction that is open. */
public final class ReadsFacts {

  private final Statements sql;
  private final ReadsPaces paces;
  private final BrakeRecord brakes;

  public ReadsFacts(Statements sql, ReadsPaces paces, BrakeRecord brakes) {
    this.sql = sql;
    this.paces = paces;
    this.brakes = brakes;
  }

  Facts of(Task task, Instant now) {
    ApplicationId application = task.seat().application();
    return new Facts(
        sql.first(
                "SELECT called_off FROM revocation WHERE id = ?",
                row -> Statements.text(row, "called_off"),
                task.id())
            .flatMap(found -> found),
        sql.first(
                "SELECT at FROM last_use WHERE holder = ? AND application = ?",
                row -> Statements.instant(row, "at"),
                task.seat().holder(),
                application)
            .flatMap(found -> found),
        holds(task, now),
        application(application),
        new Readings(
            brakes.killSwitch(),
            paces.of(application, task.id(), now),
            paces.inAll(task.id(), now),
            tripped(task)));
  }

  Optional<KnownApplication> application(ApplicationId id) {
    return sql.first("SELECT * FROM application WHERE id = ?", ReadsFacts::application, id);
  }

  private static KnownApplication application(ResultSet row) throws SQLException {
    return new KnownApplication(
        new ApplicationId(row.getString("id")),
        row.getString("title"),
        source(row),
        row.getInt("restorable_days"));
  }

  /**
   * Where a row of {@code application} says that its seats are; empty where only a person knows.
   */
  static Optional<SeatSource> source(ResultSet row) throws SQLException {
    Optional<String> connection = Statements.text(row, "connection");
    if (connection.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SeatSource(
            new ConnectionName(connection.get()),
            row.getString("entitlement"),
            Statements.text(row, "action").map(SeatAction::valueOf),
            Statements.text(row, "lower_entitlement")));
  }

  private List<String> holds(Task task, Instant now) {
    return sql.query(
        """
        SELECT name, kind, reason, owner FROM hold h
        WHERE NOT lifted AND (until IS NULL OR until > ?)
          AND (application IS NULL OR application = ?)
          AND (holder IS NULL OR holder IN (?, ?)
            OR EXISTS (SELECT FROM holder_identifier i WHERE i.holder = ? AND i.identifier = h.holder))
        ORDER BY name
        """,
        row ->
            "the hold %s (%s) by %s: %s"
                .formatted(
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("owner"),
                    row.getString("reason")),
        now,
        task.seat().application(),
        Identifier.normalise(task.seat().holder().value()),
        Identifier.normalise(task.seat().account()),
        task.seat().holder());
  }

  private Set<String> tripped(Task task) {
    return Set.copyOf(
        sql.query(
            "SELECT DISTINCT brake FROM revocation WHERE brake IN (?, ?) AND id <> ?",
            row -> row.getString("brake"),
            Brake.LIMIT_IN_ALL,
            Brake.limitOf(task.seat().application()),
            task.id()));
  }
}
