package dev.reclaim.usage.postgres;

import static dev.reclaim.usage.postgres.Sql.texts;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.usage.KeepsApplications;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;

/** Applications in tables, with their labels. */
public final class ApplicationTables implements KeepsApplications {

  private final Sql sql;

  public ApplicationTables(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public OptionalInt versionOf(ApplicationId application) {
    return sql
        .list(
            "SELECT version FROM application WHERE id = ?",
            row -> row.getInt("version"),
            application.value())
        .stream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  @Override
  public Set<String> labelsOf(ApplicationId application) {
    return Set.copyOf(
        sql.list(
            "SELECT label FROM application_alias WHERE application = ?",
            row -> row.getString("label"),
            application.value()));
  }

  @Override
  public void save(ApplicationDefined application, Set<String> labels, Set<String> touchedLabels) {
    String id = application.application().value();
    sql.run(
        """
        INSERT INTO application (id, version, title, connection, entitlement, retired)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          version = excluded.version, title = excluded.title, connection = excluded.connection,
          entitlement = excluded.entitlement, retired = excluded.retired
        """,
        id,
        application.version(),
        application.title(),
        application.seats().map(seats -> seats.connection().value()).orElse(null),
        application.seats().map(SeatSource::entitlement).orElse(null),
        application.retired());
    sql.run("DELETE FROM application_alias WHERE application = ?", id);
    sql.run(
        "INSERT INTO application_alias (application, label) SELECT ?, unnest(?)",
        id,
        texts(labels));
    settle(touchedLabels);
  }

  private void settle(Set<String> labels) {
    sql.run("DELETE FROM known_label WHERE label = ANY (?)", texts(labels));
    sql.run(
        """
        INSERT INTO known_label (label, application)
        SELECT label, CASE WHEN count(*) = 1 THEN min(application) END
        FROM application_alias WHERE label = ANY (?) GROUP BY label
        """,
        texts(labels));
  }

  @Override
  public List<Listed> withSeats() {
    return sql.list(
        """
        SELECT id, connection, entitlement FROM application
        WHERE NOT retired AND connection IS NOT NULL ORDER BY id
        """,
        row ->
            new Listed(
                new ApplicationId(row.getString("id")),
                new SeatSource(
                    new ConnectionName(row.getString("connection")),
                    row.getString("entitlement"))));
  }
}
