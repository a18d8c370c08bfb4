package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** All questions, asked and to be asked. */
public interface Prompts {

  /** The question shall reach its reader; a worker sees to that. */
  void open(CandidateId candidate, Decision.Ask ask, Instant now);

  /** Questions of this candidate that are not among these are not sent any more. */
  void closeAllBut(CandidateId candidate, Set<PromptId> open, Instant now);

  /** Whether a mail server took all of these. */
  boolean delivered(Set<PromptId> prompts);

  /** The question that a link names, with what its code is checked against. */
  Optional<Linked> linkedBy(String tokenHash);

  Optional<Prompt> find(PromptId prompt);

  void answered(PromptId prompt, Answer answer, Instant at);

  void codeWasWrong(PromptId prompt, int wrongCodes, Optional<Instant> lockedUntil);

  /** A question as its link reaches it. */
  record Linked(Prompt prompt, String salt, String codeHash) {}
}
