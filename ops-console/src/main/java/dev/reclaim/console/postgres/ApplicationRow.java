package dev.reclaim.console.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How an application is called. */
@Entity
@Table(name = "application")
class ApplicationRow {

  @Id String id;
  String title;
  int version;
}
