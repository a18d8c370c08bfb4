package dev.reclaim.consent.web;

import dev.reclaim.consent.Question;
import java.util.List;
import java.util.Optional;

/**
 * What a person sees of their software.
 *
 * @param summary how many seats, where that is known
 * @param cost what they cost together, where they have one currency
 * @param written the comment that was typed before
 * @param seats empty while whoever knows them does not answer
 */
record MyView(
    Optional<String> summary,
    Optional<String> cost,
    String written,
    List<Asked> asked,
    List<UnderWay> underWay,
    List<Released> released,
    Optional<List<Seat>> seats) {

  /**
   * A question that waits.
   *
   * @param id of the question
   */
  record Asked(
      String id, String title, Question question, String price, String until, boolean picked) {}

  /** A state as pages show it: colour and shape by its slug, and its word. */
  record State(String slug, String word) {}

  /**
   * A seat that something happens to.
   *
   * @param what happens, as a sentence
   */
  record UnderWay(
      String id, String title, String account, State state, String what, List<Change> changes) {}

  /**
   * The other answer to a question that was answered before.
   *
   * @param ownPage whether it needs more than a button
   */
  record Change(String question, String answer, String words, boolean ownPage) {}

  /** A seat that was taken back. */
  record Released(
      String id, String title, State state, String what, String when, boolean restorable) {}

  /**
   * A seat.
   *
   * @param why nothing is known of its use, in English
   */
  record Seat(
      String title, String account, String use, Optional<String> why, String price, State state) {}

  /** Whether one of the questions wants a reason from those who keep. */
  public boolean reasonForKeep() {
    return asked.stream().anyMatch(one -> one.question().reasonForKeep());
  }
}
