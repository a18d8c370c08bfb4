package dev.reclaim.revocation;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.RevocationId;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where revocations are kept, as events and people see them. All calls belong inside the
 * transaction of the work.
 */
public interface Revocations {

  /**
   * A decision that is to be made on what is stored, if anything is; it may be to change nothing.
   */
  record Wish(
      RevocationId id,
      Function<Optional<Revocation>, Optional<? extends Next<? extends Revocation>>> decision,
      Cause cause) {}

  /** Lets the decisions be made, each about another revocation. */
  void changeAll(List<Wish> wishes);

  default void change(
      RevocationId id,
      Function<Optional<Revocation>, Optional<? extends Next<? extends Revocation>>> decision,
      Cause cause) {
    changeAll(List.of(new Wish(id, decision, cause)));
  }

  /** Notes that an approval stands no longer; whoever carries it out judges anew at once. */
  void callOff(CandidateId candidate, String why);

  /** Notes that approvals stand. */
  void approve(List<CandidateId> candidates);

  /** Something changed for a holder: whatever has not begun is judged anew at once. */
  void judgeAnew(HolderId holder);

  /** Somebody has one more seat: what waits for that is judged anew at once. */
  void judgeReplaced(HolderId holder);

  /** What a brake holds is judged anew at once: its reason may have gone. */
  void judgeAnew(String brake);

  /** As {@link #judgeAnew(HolderId)}, for whoever a new hold may be about. */
  void judgeAllAnew();

  /** Those that a brake holds since that moment or longer, oldest first. */
  List<RevocationId> heldBy(String brake, Instant until);

  /** Who saved the versions of rules that found these: a login, and one of its versions. */
  Map<String, Task.RuleVersion> authorsOf(List<RevocationId> found);

  /** Since when a brake holds one without a break; empty if it does not. */
  Optional<Instant> heldSince(String brake, RevocationId id);
}
