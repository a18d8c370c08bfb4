package dev.reclaim.console.postgres;

import dev.reclaim.console.Candidates.SourceAge;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** The newest report of one source about one application. */
@Entity
@Table(name = "source_health")
@IdClass(SourceRow.Key.class)
class SourceRow {

  /** Which source, and about what. */
  record Key(String source, String application) implements Serializable {}

  @Id String source;
  @Id String application;

  @Column(name = "coverage_from")
  Instant coverageFrom;

  @Column(name = "last_record_at")
  Instant lastRecordAt;

  @Column(name = "reported_at")
  Instant reportedAt;

  SourceAge age() {
    return new SourceAge(source, application, coverageFrom, lastRecordAt, reportedAt);
  }
}
