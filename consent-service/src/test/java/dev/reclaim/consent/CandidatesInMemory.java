package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Candidates, in memory; remembers in which order they were locked. */
final class CandidatesInMemory implements Candidates {

  final List<CandidateId> locked = new ArrayList<>();
  private final Map<CandidateId, Candidate> all = new LinkedHashMap<>();

  @Override
  public Optional<Candidate> lock(CandidateId id) {
    locked.add(id);
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public void put(Candidate candidate, Instant at) {
    all.put(candidate.file().candidate(), candidate);
  }

  @Override
  public List<CandidateId> due(Instant now, int atMost) {
    return all.values().stream()
        .filter(it -> it.wakeAt().filter(at -> !at.isAfter(now)).isPresent())
        .map(it -> it.file().candidate())
        .limit(atMost)
        .toList();
  }

  @Override
  public List<CandidateId> lacking(CampaignName campaign) {
    return List.of();
  }

  @Override
  public List<CandidateId> withoutApprover(ApplicationId application) {
    return List.of();
  }

  @Override
  public List<CandidateId> held(Optional<HolderId> holder, Optional<ApplicationId> application) {
    return List.of();
  }

  @Override
  public List<CandidateId> waitingFor(HolderId approver) {
    return all.values().stream()
        .filter(it -> WhoIsAsked.by(it).equals(Optional.of(approver)))
        .map(it -> it.file().candidate())
        .toList();
  }

  @Override
  public List<CandidateId> concerning(HolderId who) {
    return waitingFor(who);
  }
}
