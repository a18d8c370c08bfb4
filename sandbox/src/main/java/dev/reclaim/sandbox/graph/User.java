package dev.reclaim.sandbox.graph;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One user object. */
public final class User {

  final String id;
  String principalName;
  String mail;
  String samAccountName;
  boolean enabled = true;
  boolean synced;
  Instant sessionsValidFrom = Instant.parse("2026-01-05T08:00:00Z");
  Optional<Instant> lastSignIn = Optional.empty();

  /** Names of the directory roles that it holds. */
  final Set<String> roles = new LinkedHashSet<>();

  /** Directly assigned: the sku's id, and its service plans that are switched off. */
  final Map<String, Set<String>> licences = new LinkedHashMap<>();

  User(String id, String principalName, String samAccountName) {
    this.id = id;
    this.principalName = principalName;
    this.mail = principalName;
    this.samAccountName = samAccountName;
  }

  User copy() {
    User copy = new User(id, principalName, samAccountName);
    copy.mail = mail;
    copy.enabled = enabled;
    copy.synced = synced;
    copy.sessionsValidFrom = sessionsValidFrom;
    copy.lastSignIn = lastSignIn;
    copy.roles.addAll(roles);
    licences.forEach((sku, plans) -> copy.licences.put(sku, new TreeSet<>(plans)));
    return copy;
  }

  public String id() {
    return id;
  }

  public String principalName() {
    return principalName;
  }

  public boolean enabled() {
    return enabled;
  }

  public Map<String, Set<String>> licences() {
    return licences;
  }

  public Instant sessionsValidFrom() {
    return sessionsValidFrom;
  }
}
