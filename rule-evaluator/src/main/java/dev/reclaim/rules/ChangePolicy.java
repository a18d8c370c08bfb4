package dev.reclaim.rules;

import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** Saves and retires policy, in the caller's transaction, and says so to the others. */
public final class ChangePolicy {

  private final Policies policies;
  private final Seats seats;
  private final JudgeSeats judge;
  private final Outbox outbox;
  private final InstantSource clock;

  public ChangePolicy(
      Policies policies, Seats seats, JudgeSeats judge, Outbox outbox, InstantSource clock) {
    this.policies = policies;
    this.seats = seats;
    this.judge = judge;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What became of a change. */
  public record Outcome(PolicyVersion version, boolean changed) {}

  /**
   * Saves a new version, unless the newest one says the same.
   *
   * @param by the login of who does it
   * @throws BadPolicy when the moment does not allow it
   */
  public Outcome save(PolicyDocument document, String by) {
    PolicyId id = document.policy().policyId();
    policies.lock(id);
    Optional<PolicyVersion> newest = policies.find(id, OptionalInt.empty());
    if (newest.isPresent()
        && !newest.get().retired()
        && policies.same(newest.get().document(), document)) {
      return new Outcome(newest.get(), false);
    }
    Instant now = clock.instant();
    if (document.policy() instanceof Hold hold) {
      hold.mayBePlacedAt(now);
    }
    PolicyVersion next = add(document, newest, by, now, false);
    if (document.policy() instanceof Hold hold) {
      judge.judge(seats.proposedUnder(hold), now, rule -> false, Cause.currentRequest());
    }
    return new Outcome(next, true);
  }

  /** Retires the newest version; empty when there is none that stands. */
  public Optional<PolicyVersion> retire(PolicyId id, String by) {
    policies.lock(id);
    Optional<PolicyVersion> newest =
        policies.find(id, OptionalInt.empty()).filter(version -> !version.retired());
    return newest.map(old -> add(old.document(), newest, by, clock.instant(), true));
  }

  private PolicyVersion add(
      PolicyDocument document,
      Optional<PolicyVersion> newest,
      String by,
      Instant now,
      boolean retired) {
    int number = newest.map(PolicyVersion::version).orElse(0) + 1;
    PolicyVersion version = new PolicyVersion(document, number, by, now, retired);
    policies.add(version);
    outbox.add(version.asEvent(), Cause.currentRequest());
    return version;
  }
}
