package dev.reclaim.console;

import dev.reclaim.events.CandidateId;
import java.util.List;

/** Brings an operator's order to the service that decides about it. */
public interface CarriesOut {

  /**
   * Asks once, and does not repeat by itself.
   *
   * @param login of the operator whose order it is
   */
  Outcome carryOut(Instruction instruction, CandidateId candidate, String login);

  /**
   * Asks the same for many; each is judged by itself.
   *
   * @param preview only say what would become of them; nothing happens, and no reason is kept
   */
  OutcomeOfMany carryOut(
      Instruction instruction, List<CandidateId> candidates, String login, boolean preview);

  /** What the service answered. */
  sealed interface Outcome {}

  /** What the service answered about many. */
  sealed interface OutcomeOfMany {}

  /** It took the order. */
  record Taken() implements Outcome {}

  /**
   * It judged each of them.
   *
   * @param left those for which the order does nothing
   */
  record Judged(int asked, int done, List<Left> left) implements OutcomeOfMany {

    public Judged {
      left = List.copyOf(left);
    }
  }

  /**
   * One that needs attention.
   *
   * @param why nothing happens to it, as a sentence
   */
  record Left(CandidateId candidate, String why) {}

  /**
   * It refused, or did not answer.
   *
   * @param status of HTTP; 503 when there was no answer
   * @param why its reason, as a sentence
   */
  record Refused(int status, String why) implements Outcome, OutcomeOfMany {}
}
