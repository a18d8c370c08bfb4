package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All candidates, one row each. */
public interface Candidates {

  /**
   * Reads one and keeps everybody else from moving it until the transaction ends; also when it is
   * not known yet, so that news about it cannot slip past its arrival.
   */
  Optional<Candidate> lock(CandidateId id);

  void put(Candidate candidate, Instant at);

  /** Those whose deadline has passed, the oldest deadline first. */
  List<CandidateId> due(Instant now, int atMost);

  /** Those that only lack this campaign. */
  List<CandidateId> lacking(CampaignName campaign);

  /** Those of an application that nobody may decide. */
  List<CandidateId> withoutApprover(ApplicationId application);

  /**
   * Those that are held.
   *
   * @param holder empty for everybody's
   * @param application empty for every application
   */
  List<CandidateId> held(Optional<HolderId> holder, Optional<ApplicationId> application);

  /**
   * Those about which this person is asked to decide, or might be if they were at work and nobody
   * else decides.
   */
  List<CandidateId> waitingFor(HolderId approver);

  /** The open ones that this person holds, or has to answer or decide, or might. */
  List<CandidateId> concerning(HolderId who);
}
