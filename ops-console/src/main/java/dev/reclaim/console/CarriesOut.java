package dev.reclaim.console;

import dev.reclaim.events.CandidateId;

/** Brings an operator's order to the service that decides about it. */
public interface CarriesOut {

  /**
   * Asks once, and does not repeat by itself.
   *
   * @param login of the operator whose order it is
   * @param why what the operator wrote; the holder's record keeps it
   */
  Outcome carryOut(Order order, CandidateId candidate, String login, String why);

  /** What the service answered. */
  sealed interface Outcome {}

  /** It took the order. */
  record Taken() implements Outcome {}

  /**
   * It refused, or did not answer.
   *
   * @param status of HTTP; 503 when there was no answer
   * @param why its reason, as a sentence
   */
  record Refused(int status, String why) implements Outcome {}
}
