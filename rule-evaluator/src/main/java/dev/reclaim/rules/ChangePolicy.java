package dev.reclaim.rules;

import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

  /** Why documents cannot stand beside each other and what stands; empty when they can. */
  List<PolicyFault> faults(List<Written> documents) {
    return FitTogether.faults(documents, id -> policies.standing(id).isPresent());
  }

  /** Why policy cannot be retired; empty when it can. */
  List<PolicyFault> faultsOfRetiring(List<PolicyId> retired) {
    return retired.stream()
        .filter(id -> policies.standing(id).isEmpty())
        .map(id -> PolicyFault.of(Optional.empty(), new BadPolicy("retire", "there is no " + id)))
        .toList();
  }

  /** What saving a document would change; empty when the newest version says the same. */
  Optional<Change> change(Written written) {
    Optional<PolicyVersion> newest = policies.find(written.id(), OptionalInt.empty());
    Change change = Change.of(newest, written);
    return change.nothing() ? Optional.empty() : Optional.of(change);
  }

  /**
   * Saves a new version, unless the newest one says the same. Single documents come in any order,
   * so what one names may come later; but a hold on what nobody knows would protect nothing.
   *
   * @param by the login of who does it
   * @throws BadPolicy when the moment, or what else stands, does not allow it
   */
  public Outcome save(Written written, String by) {
    policies.lock();
    if (written.document().policy() instanceof Hold) {
      faults(List.of(written)).stream()
          .findFirst()
          .ifPresent(
              fault -> {
                throw fault.asRefusal();
              });
    }
    return saveLocked(written, by);
  }

  /** As {@link #save}, when policy is locked and known to fit together. */
  Outcome saveLocked(Written written, String by) {
    Optional<PolicyVersion> newest = policies.find(written.id(), OptionalInt.empty());
    if (Change.of(newest, written).nothing()) {
      return new Outcome(newest.orElseThrow(), false);
    }
    PolicyDocument document = written.document();
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

  /** Retires the version that stands, when policy is locked. */
  void retireLocked(PolicyId id, String by) {
    Optional<PolicyVersion> standing = policies.standing(id);
    standing.ifPresent(old -> add(old.document(), standing, by, clock.instant(), true));
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
