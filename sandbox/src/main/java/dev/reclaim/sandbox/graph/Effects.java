package dev.reclaim.sandbox.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What really changed, in order; a request that changed nothing is none. */
public final class Effects {

  private final List<Effect> all = new ArrayList<>();

  synchronized void add(Effect.Kind kind, User user, String object) {
    all.add(new Effect(kind, user.principalName, object, Instant.now()));
  }

  public synchronized List<Effect> all() {
    return List.copyOf(all);
  }

  /** How often something was taken from an account. */
  public synchronized long timesTaken(String account) {
    return all.stream()
        .filter(effect -> effect.kind().taking() && effect.account().equals(account))
        .count();
  }

  public synchronized long count(Effect.Kind kind) {
    return all.stream().filter(effect -> effect.kind() == kind).count();
  }

  synchronized void forget() {
    all.clear();
  }
}
