package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who decides in whose place, one at a time for each approver. */
public interface StandIns {

  /** Keeps everybody else from changing any of them until the transaction ends. */
  void lock();

  /** Takes the place of an earlier one for the same approver. */
  void put(StandIn standIn);

  /** The one that was removed. */
  Optional<StandIn> remove(HolderId forWhom);

  Optional<StandIn> find(HolderId forWhom);

  /** All that are not over, by the approver. */
  List<StandIn> all(Instant now);

  /** Who decides in this person's place now. */
  Optional<HolderId> inForce(HolderId forWhom, Instant now);

  /**
   * Those that have begun and whose waiting questions were not handed over yet; they count as
   * handed over from now on.
   */
  List<StandIn> begun(Instant now);
}
