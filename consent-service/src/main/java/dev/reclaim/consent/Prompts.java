package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
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

  /** Counts for all open questions of the same reader, since they share a code. */
  void codeWasWrong(PromptId prompt, int wrongCodes, Optional<Instant> lockedUntil);

  /** A question as its link reaches it. */
  record Linked(Prompt prompt, String salt, String codeHash) {}
}
