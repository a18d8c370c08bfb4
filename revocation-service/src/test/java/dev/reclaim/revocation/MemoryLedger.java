package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One revocation, kept as a database would: all of a transition or nothing, fenced by version. */
final class MemoryLedger implements Ledger {

  private final InstantSource clock;
  private final Crashes crashes;
  Facts facts;
  Revocation state;
  Optional<Instant> due;
  final List<RevocationEvent> said = new ArrayList<>();
  final List<Mark> marks = new ArrayList<>();
  private long version = 1;

  /** The next intent is stored, but whoever stored it may not go on. */
  boolean givesRightBackOnce;

  MemoryLedger(InstantSource clock, Crashes crashes, Facts facts, Next<Requested> order) {
    this.clock = clock;
    this.crashes = crashes;
    this.facts = facts;
    this.state = order.state();
    this.due = order.due();
    said.addAll(order.events());
  }

  Lease claim() {
    return new Lease(state, ++version, true);
  }

  /** As events and people do it, without a lease. */
  void change(Next<? extends Revocation> next) {
    store(next);
  }

  @Override
  public Facts facts(Task task) {
    return crashes.around(() -> facts);
  }

  @Override
  public Optional<Lease> judge(Lease lease, Function<Facts, Next<? extends Revocation>> decision) {
    return crashes.around(() -> fenced(lease, decision.apply(facts)));
  }

  @Override
  public Optional<Lease> record(Lease lease, Next<? extends Revocation> next) {
    return crashes.around(() -> fenced(lease, next));
  }

  @Override
  public void postpone(Lease lease, Instant until) {
    due = Optional.of(until);
  }

  private Optional<Lease> fenced(Lease lease, Next<? extends Revocation> next) {
    if (lease.version() != version) {
      return Optional.empty();
    }
    store(next);
    boolean goesOn = due.filter(at -> !at.isAfter(clock.instant())).isPresent();
    if (givesRightBackOnce && state instanceof InFlight) {
      givesRightBackOnce = false;
      return Optional.of(new Lease(state, version, false));
    }
    return Optional.of(new Lease(state, version, goesOn));
  }

  private void store(Next<? extends Revocation> next) {
    state = next.state();
    due = next.due();
    said.addAll(next.events());
    marks.addAll(next.marks());
    version++;
  }
}
