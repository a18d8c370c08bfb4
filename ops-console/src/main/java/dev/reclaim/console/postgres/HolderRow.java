package dev.reclaim.console.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How a holder is called. */
@Entity
@Table(name = "holder")
class HolderRow {

  @Id String id;
  String name;
  String department;

  @Column(name = "as_of")
  Instant asOf;
}
