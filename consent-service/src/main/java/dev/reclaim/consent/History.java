package dev.reclaim.consent;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import java.time.Instant;

/** What happened to each candidate, for those who look at it. */
public interface History {

  void happened(ConsentEvent.AboutCandidate event, Candidate next, Instant at);

  /** An input that changed nothing, and why. */
  void hadNoEffect(CandidateId candidate, String input, String why, Instant at);
}
