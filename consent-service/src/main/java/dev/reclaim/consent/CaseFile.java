package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Handling;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What every state of a candidate knows: what was found, and what was said so far.
 *
 * @param found what the rule found
 * @param round how many questions were asked so far, of whomever
 * @param requester the login of the operator who set it going by hand; may not decide it
 * @param wish what the holder said last; empty while they have said nothing
 * @param passedOver approvers who were asked and said nothing in time, or could not be reached
 */
public record CaseFile(
    CandidateFound found,
    int round,
    Optional<String> requester,
    Optional<Answer> wish,
    List<HolderId> passedOver) {

  public CaseFile {
    Objects.requireNonNull(found, "found: is missing");
    Objects.requireNonNull(requester, "requester: is missing");
    Objects.requireNonNull(wish, "wish: is missing");
    passedOver = passedOver == null ? List.of() : List.copyOf(passedOver);
  }

  static CaseFile of(CandidateFound found) {
    return new CaseFile(found, 0, Optional.empty(), Optional.empty(), List.of());
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
    return new CaseFile(found, round + 1, requester, wish, passedOver);
  }

  CaseFile requestedBy(String login) {
    return new CaseFile(found, round, Optional.of(login), wish, passedOver);
  }

  CaseFile wishing(Answer answer) {
    return new CaseFile(found, round, requester, Optional.of(answer), passedOver);
  }

  /** Everything is asked afresh. */
  CaseFile afresh() {
    return new CaseFile(found, round, requester, Optional.empty(), List.of());
  }

  CaseFile passingOver(HolderId approver) {
    List<HolderId> all = new ArrayList<>(passedOver);
    all.add(approver);
    return new CaseFile(found, round, requester, wish, all);
  }

  CaseFile passingOverNobody() {
    return new CaseFile(found, round, requester, wish, List.of());
  }

  CaseFile notPassingOver(HolderId approver) {
    return new CaseFile(
        found,
        round,
        requester,
        wish,
        passedOver.stream().filter(it -> !it.equals(approver)).toList());
  }

  /** Whether this was a question to this person: its name says so. */
  boolean wasAsked(HolderId who, PromptId prompt) {
    return IntStream.rangeClosed(1, round)
        .mapToObj(it -> PromptId.of(candidate(), who.value(), it))
        .anyMatch(prompt::equals);
  }

  /** The name of the next question, if it goes to this person. */
  PromptId nextPrompt(HolderId asked) {
    return PromptId.of(candidate(), asked.value(), round + 1);
  }
}
