package dev.reclaim.consent;

import dev.reclaim.events.CandidateId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Candidates for those who look at them. */
public interface CandidateList {

  Optional<Candidate> find(CandidateId id);

  /** In the order of their ids. */
  List<Candidate> page(Wanted wanted);

  List<Happening> historyOf(CandidateId id);

  /**
   * Which candidates.
   *
   * @param state the state's type name, as in {@code AwaitingUser}
   * @param asked the person from whom an answer is awaited
   * @param after the last id of the page before
   */
  record Wanted(
      Optional<String> state,
      Optional<String> application,
      Optional<String> holder,
      Optional<String> asked,
      Optional<String> after,
      int limit) {}

  /**
   * One line of a candidate's history.
   *
   * @param effect whether anything changed
   * @param state the state afterwards
   */
  record Happening(
      Instant at,
      String what,
      boolean effect,
      Optional<String> state,
      String byRole,
      String byId,
      String why) {}
}
