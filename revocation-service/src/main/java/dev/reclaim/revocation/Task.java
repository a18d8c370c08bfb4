package dev.reclaim.revocation;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.Handling.Taking;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was ordered.
 *
 * @param unlessUsedAfter use after this moment proves the order wrong; empty if use does not matter
 * @param rule the version of a rule that found the seat; empty in orders from before this was kept
 */
public record Task(
    RevocationId id,
    CandidateId candidate,
    SeatRef seat,
    Taking taking,
    Optional<Instant> unlessUsedAfter,
    Optional<RuleVersion> rule) {

  /** One version of a rule. */
  public record RuleVersion(RuleName name, int version) {

    @Override
    public String toString() {
      return "version %d of the rule %s".formatted(version, name);
    }
  }

  public Task {
    Objects.requireNonNull(id, "task.id: is missing");
    Objects.requireNonNull(candidate, "task.candidate: is missing");
    Objects.requireNonNull(seat, "task.seat: is missing");
    Objects.requireNonNull(taking, "task.taking: is missing");
  }

  static Task of(RevocationApproved approved) {
    return new Task(
        RevocationId.of(approved.candidate()),
        approved.candidate(),
        approved.seat(),
        approved.taking(),
        approved.unlessUsedAfter(),
        Optional.of(new RuleVersion(approved.rule(), approved.ruleVersion())));
  }

  /** The steps that the order asks for; the plan says which of them are taken. */
  public List<Step> wanted() {
    return switch (taking.order()) {
      case ACCESS_FIRST ->
          List.of(
              Step.DISABLE_ACCOUNT,
              Step.END_SESSIONS,
              Step.REVOKE_TOKENS,
              Step.LEAVE_GROUPS,
              Step.FREE_SEAT);
      case SEAT_ONLY, AFTER_REPLACEMENT -> List.of(Step.FREE_SEAT);
    };
  }
}
