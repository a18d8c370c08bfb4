package dev.reclaim.consent.web;

import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.CandidateList;
import dev.reclaim.consent.GivesBack;
import dev.reclaim.consent.People;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.http.Problems;
import jakarta.inject.Singleton;

/** Gives seats back to those who held them, or who answer for whom held them; to nobody else. */
@Singleton
public class Returns {

  private final CandidateList candidates;
  private final People people;
  private final GivesBack gives;

  Returns(CandidateList candidates, People people, GivesBack gives) {
    this.candidates = candidates;
    this.people = people;
    this.gives = gives;
  }

  GivesBack.Outcome giveBack(String candidate, Holder me) {
    CandidateId id = idOf(candidate);
    Candidate state = candidates.find(id).orElseThrow(Returns::notYours);
    HolderId holder = state.file().holder();
    boolean answersForIt =
        holder.equals(me.id())
            || people.find(holder).flatMap(Holder::owner).filter(me.id()::equals).isPresent();
    if (!answersForIt) {
      throw notYours();
    }
    return gives.giveBack(id, holder);
  }

  private static CandidateId idOf(String candidate) {
    try {
      return new CandidateId(candidate);
    } catch (IllegalArgumentException e) {
      throw notYours();
    }
  }

  /** The same for a seat of somebody else and for none at all. */
  private static RuntimeException notYours() {
    return Problems.forbidden("This is no seat of yours");
  }
}
