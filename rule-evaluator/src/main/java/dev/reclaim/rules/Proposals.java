package dev.reclaim.rules;

import dev.reclaim.events.CandidateId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What was proposed, and what became of it. */
public interface Proposals {

  /**
   * Remembers a new proposal.
   *
   * @return false when this rule has already proposed this seat: another instance was faster
   */
  boolean add(Proposal.Open proposal);

  /** Those that are known, their seats locked until the transaction ends. */
  Map<CandidateId, Proposal> find(Collection<CandidateId> candidates);

  void replace(Proposal proposal);

  /** Remembers that the holder answered Keep for the seat of a candidate. */
  void kept(CandidateId candidate, Instant at);
}
