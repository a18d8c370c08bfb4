package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What concerns one person: their seats, and what is asked of them. */
public interface Mine {

  /**
   * Candidates about seats of this holder, or of those whom they answer for; newest change first.
   */
  List<Candidate> heldBy(HolderId holder, int atMost);

  /** Questions to this person to which an answer still counts, the most urgent first. */
  List<Prompt> openQuestionsTo(HolderId asked);

  /** This question and those that went out in one message with it and still want an answer. */
  List<Prompt> askedTogetherWith(PromptId question);

  /** Candidates that wait for this approver's word, the most urgent first. */
  List<Candidate> waitingFor(HolderId approver, int atMost);

  long countWaitingFor(HolderId approver);

  /** What the holders last answered; nothing for those who said nothing. */
  Map<CandidateId, Said> whatHoldersSaid(Collection<CandidateId> candidates);

  /** A holder's answer. */
  record Said(Answer answer, Optional<String> comment) {}
}
