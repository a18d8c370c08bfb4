package dev.reclaim.revocation;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people may look at. Reads only. */
public interface SeesRevocations {

  /**
   * One revocation as it stands.
   *
   * @param number grows with each order
   * @param due when it is looked at again by itself
   */
  record Standing(long number, Revocation revocation, Instant since, Optional<Instant> due) {}

  /** One call, or what was found instead of one. */
  record Operation(
      OperationId id,
      Step step,
      Mark.Direction direction,
      int attempt,
      Instant startedAt,
      Optional<String> outcome,
      Optional<String> why,
      Optional<Instant> endedAt) {}

  /** The newest first, from behind that number on. */
  List<Standing> page(Optional<String> state, int limit, long before);

  Optional<Standing> one(RevocationId id);

  /** In the order in which they were begun. */
  List<Operation> operations(RevocationId id);

  /** What a brake holds, the longest first. */
  List<Standing> heldBy(String brake, int limit);

  /** How many each brake holds. */
  Map<String, Integer> heldCounts();

  /** The names by which a holder is known, normalised. */
  List<String> namesOf(HolderId holder);

  Optional<KnownApplication> application(ApplicationId id);

  /** The pace of each application that has seats or was revoked from lately. */
  Map<ApplicationId, Pace> paces();

  Pace paceInAll();

  /** The groups that a connection is meant for. */
  List<SeatSource> sourcesOf(ConnectionName connection);
}
