package dev.reclaim.consent.web;

import dev.reclaim.consent.Question;
import java.util.List;
import java.util.Optional;

/**
 * What waits for somebody's decision.
 *
 * @param silence what it means to say nothing
 */
record TeamView(String silence, List<Row> rows, Optional<Open> open) {

  /**
   * One decision in the list.
   *
   * @param current whether its detail is open
   */
  record Row(
      String id,
      String who,
      String department,
      String software,
      String use,
      String age,
      String said,
      Optional<String> comment,
      String price,
      String until,
      String untilAge,
      boolean current) {}

  /** The one whose detail stands beside the list. */
  record Open(String id, Question question, Optional<String> comment) {}
}
