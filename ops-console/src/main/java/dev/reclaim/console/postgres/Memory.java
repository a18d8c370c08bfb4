package dev.reclaim.console.postgres;

import dev.reclaim.console.Remembers;
import dev.reclaim.console.Transition;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.SignalEvent.SourceHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Writes the read model. What is older than what is known is left out by the statement itself. */
@ApplicationScoped
public class Memory implements Remembers {

  private final EntityManager database;

  Memory(EntityManager database) {
    this.database = database;
  }

  @Override
  public void transitions(List<Transition> transitions) {
    new Histories(database).add(transitions);
  }

  @Override
  public void holder(Holder profile) {
    database
        .createNativeQuery(
            """
            INSERT INTO holder (id, name, department, as_of) VALUES (:id, :name, :department, :asOf)
            ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, department = excluded.department, as_of = excluded.as_of
            WHERE holder.as_of <= excluded.as_of
            """)
        .setParameter("id", profile.id().value())
        .setParameter("name", Stored.text(profile.name()))
        .setParameter("department", Stored.text(profile.department().orElse("")))
        .setParameter("asOf", profile.asOf())
        .executeUpdate();
  }

  @Override
  public void application(ApplicationDefined application) {
    database
        .createNativeQuery(
            """
            INSERT INTO application (id, title, version) VALUES (:id, :title, :version)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, version = excluded.version
            WHERE application.version <= excluded.version
            """)
        .setParameter("id", application.application().value())
        .setParameter("title", Stored.text(application.title()))
        .setParameter("version", application.version())
        .executeUpdate();
  }

  @Override
  public void source(SourceHealth health, Instant reportedAt) {
    database
        .createNativeQuery(
            """
            INSERT INTO source_health
              (source, application, coverage_from, last_record_at, reported_at)
            VALUES (:source, :application, :coverageFrom, :lastRecordAt, :reportedAt)
            ON CONFLICT (source, application) DO UPDATE
            SET coverage_from = excluded.coverage_from, last_record_at = excluded.last_record_at,
                reported_at = excluded.reported_at
            WHERE source_health.reported_at <= excluded.reported_at
            """)
        .setParameter("source", health.source().value())
        .setParameter("application", health.application().value())
        .setParameter("coverageFrom", health.coverageFrom())
        .setParameter("lastRecordAt", health.lastRecordAt())
        .setParameter("reportedAt", reportedAt)
        .executeUpdate();
  }
}
