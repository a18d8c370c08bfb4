package dev.reclaim.sandbox.vendor;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One account of a vendor, as far as anybody asks. */
public final class Person {

  private final String id;
  private final String email;
  private String name;
  private boolean active = true;
  private boolean seat;
  private boolean inherited;
  private boolean administrator;
  private Instant lastUse;
  private final Set<String> groups = new LinkedHashSet<>();

  Person(String id, String email) {
    this.id = id;
    this.email = email;
    this.name = email;
  }

  public String id() {
    return id;
  }

  public String email() {
    return email;
  }

  /** What changes with a rename. */
  public String name() {
    return name;
  }

  public void rename(String to) {
    name = to;
  }

  public boolean active() {
    return active;
  }

  public void active(boolean to) {
    active = to;
  }

  /** A seat of its own. */
  public boolean seat() {
    return seat;
  }

  public void seat(boolean to) {
    seat = to;
  }

  /** A seat through the giving group. */
  public boolean inherited() {
    return inherited;
  }

  public void inherited(boolean to) {
    inherited = to;
  }

  public boolean administrator() {
    return administrator;
  }

  public void administrator(boolean to) {
    administrator = to;
  }

  public Optional<Instant> lastUse() {
    return Optional.ofNullable(lastUse);
  }

  public void usedAt(Instant at) {
    lastUse = at;
  }

  /** Ids of groups; the vendor knows what they mean. */
  public Set<String> groups() {
    return groups;
  }
}
