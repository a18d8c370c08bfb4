package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** All questions, asked and to be asked. */
public interface Prompts {

  /**
   * Writes the question down.
   *
   * @return whether it is new
   */
  boolean open(CandidateId candidate, Decision.Ask ask, Instant now);

  /** There is more time to answer it. */
  void extend(PromptId prompt, Instant until);

  /** Questions of this candidate that are not among these are not sent any more. */
  void closeAllBut(CandidateId candidate, Set<PromptId> open, Instant now);

  /** Whether all of these reached their reader, as far as the channels tell. */
  boolean delivered(Set<PromptId> prompts);

  /** The question that a link names, with what its code is checked against. */
  Optional<Linked> linkedBy(String tokenHash);

  Optional<Prompt> find(PromptId prompt);

  /** What is kept of a link and a code, before the message that holds them is sent. */
  void keep(PromptId prompt, Secrets.Fresh fresh);

  void answered(PromptId prompt, Answer answer, Instant at);

  /** Lets only one code of this reader be tried at a time, until the transaction ends. */
  void lockCodesOf(HolderId reader);

  /**
   * Counts for all questions to the same reader, since those of one message share a code.
   *
   * @param wrong how often since the last lock
   */
  void codeWasWrong(Prompt prompt, int wrong, Optional<Instant> lockedUntil);

  /** What was typed wrongly before counts no more. */
  void codeWasRight(HolderId reader);

  /** A question as its link reaches it. */
  record Linked(Prompt prompt, String codeHash, Tries tries) {}

  /**
   * Wrong codes.
   *
   * @param wrong by this reader since the last lock
   * @param lockedUntil until when no code of this reader is looked at
   * @param inAll for this question
   */
  record Tries(int wrong, Optional<Instant> lockedUntil, int inAll) {

    static final Tries NONE = new Tries(0, Optional.empty(), 0);
  }
}
