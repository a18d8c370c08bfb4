package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Handling;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.util.Objects;
import java.util.Optional;

/**
 * What stays true of a candidate from its first day to its last.
 *
 * @param found what the rule found
 * @param round how many questions were asked so far, of whomever
 * @param requester the login of the operator who set it going by hand; may not decide it
 */
public record CaseFile(CandidateFound found, int round, Optional<String> requester) {

  public CaseFile {
    Objects.requireNonNull(found, "found: is missing");
    Objects.requireNonNull(requester, "requester: is missing");
  }

  static CaseFile of(CandidateFound found) {
    return new CaseFile(found, 0, Optional.empty());
  }

  public CandidateId candidate() {
    return found.candidate();
  }

  public HolderId holder() {
    return found.seat().holder();
  }

  public ApplicationId application() {
    return found.seat().application();
  }

  Handling handling() {
    return found.handling();
  }

  CaseFile nextRound() {
    return new CaseFile(found, round + 1, requester);
  }

  CaseFile requestedBy(String login) {
    return new CaseFile(found, round, Optional.of(login));
  }

  /** The name of the next question, if it goes to this person. */
  PromptId nextPrompt(HolderId asked) {
    return PromptId.of(candidate(), asked.value(), round + 1);
  }
}
