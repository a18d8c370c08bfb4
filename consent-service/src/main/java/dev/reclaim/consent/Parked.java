package dev.reclaim.consent;

import dev.reclaim.events.CandidateId;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.util.List;

/** News that came before the news it follows from. */
public interface Parked {

  void add(CandidateId candidate, Input.Fact news, Cause cause, Instant now);

  /** What waits for this candidate, oldest first; it waits no longer. */
  List<Waiting> takeAll(CandidateId candidate);

  record Waiting(Input.Fact news, Cause cause) {}
}
