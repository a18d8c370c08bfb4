package dev.reclaim.sandbox.vendor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What really changed, in order: a request that changed nothing is none. */
public final class Effects {

  /**
   * One change.
   *
   * @param taken whether something was taken from the account, and not given back
   */
  public record Effect(String kind, String account, boolean taken, Instant at) {}

  private final List<Effect> all = new ArrayList<>();

  public synchronized void taken(String kind, String account) {
    all.add(new Effect(kind, account, true, Instant.now()));
  }

  public synchronized void given(String kind, String account) {
    all.add(new Effect(kind, account, false, Instant.now()));
  }

  public synchronized List<Effect> all() {
    return List.copyOf(all);
  }

  /** How often something was taken from an account. */
  public synchronized long timesTaken(String account) {
    return all.stream()
        .filter(effect -> effect.taken() && effect.account().equals(account))
        .count();
  }

  synchronized void forget() {
    all.clear();
  }
}
