package dev.reclaim.usage.postgres;

import static dev.reclaim.usage.postgres.Sql.column;
import static dev.reclaim.usage.postgres.Sql.texts;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SourceName;
import dev.reclaim.usage.KeepsApplications;
import dev.reclaim.usage.Label;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;

/** Applications in tables, with their labels. */
public final class ApplicationTables implements KeepsApplications {

  /** Stands for every source in a column that is part of a key. */
  private static final String EVERY = "";

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
  public Set<Label> labelsOf(ApplicationId application) {
    return Set.copyOf(
        sql.list(
            "SELECT label, source FROM application_alias WHERE application = ?",
            row -> new Label(row.getString("label"), source(row.getString("source"))),
            application.value()));
  }

  @Override
  public void save(ApplicationDefined application, Set<Label> labels, Set<String> touchedLabels) {
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
        """
        INSERT INTO application_alias (application, label, source)
        SELECT ?, label, source FROM unnest(?, ?) AS t (label, source)
        """,
        id,
        column("text", labels, Label::text),
        column("text", labels, label -> label.source().map(SourceName::value).orElse(EVERY)));
    settle(touchedLabels);
  }

  private static Optional<SourceName> source(String column) {
    return column.equals(EVERY) ? Optional.empty() : Optional.of(new SourceName(column));
  }

  private void settle(Set<String> labels) {
    sql.run("DELETE FROM known_label WHERE label = ANY (?)", texts(labels));
    sql.run(
        """
        INSERT INTO known_label (label, application, sources)
        SELECT label, CASE WHEN count(DISTINCT application) = 1 THEN min(application) END,
          CASE WHEN bool_and(source <> '') THEN array_agg(source) END
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
