package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.Drift;
import dev.reclaim.events.RevocationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where is kept which pairs of access and seat differ. Each method is one short transaction. */
public interface Drifts {

  /** A difference that stands, or stood. */
  record Found(
      RevocationId revocation,
      Drift drift,
      String why,
      String whatToDo,
      Instant foundAt,
      Optional<Instant> endedAt) {}

  /**
   * Verified ones that are to be looked at again; nobody else gets them until the next time, which
   * comes later and later.
   */
  List<Verified> dueToLook(int most, Instant now);

  /**
   * Those of which one outcome is done for so long, and the other is not, while neither is being
   * given back.
   */
  List<Revocation> lagging(Duration since, Instant now);

  /** What stands of one revocation. */
  List<Found> standing(RevocationId revocation);

  /** Those of one kind that stand. */
  List<Found> standing(List<Drift> kinds);

  void begin(Revocation of, Found found);

  void end(Revocation of, Drift drift, String why, Instant at);

  Optional<Revocation> revocation(RevocationId id);
}
