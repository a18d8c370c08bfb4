package dev.reclaim.rules;

import dev.reclaim.events.CandidateId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What was proposed, and what became of it. */
public interface Proposals {

  /**
   * Remembers new proposals.
   *
   * @return those that are new; of the others the rule has already proposed the seat, since another
   *     instance was faster
   */
  Set<CandidateId> add(Collection<Proposal.Open> proposals);

  /** Those that are known, their seats locked until the transaction ends. */
  Map<CandidateId, Proposal> find(Collection<CandidateId> candidates);

  void replace(Collection<Proposal> proposals);

  /** Remembers that the holder answered Keep for the seat of a candidate. */
  void kept(CandidateId candidate, Instant at);
}
