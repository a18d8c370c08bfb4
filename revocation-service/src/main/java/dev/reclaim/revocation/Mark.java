package dev.reclaim.revocation;

import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.Optional;

/** What is written down about one operation, in the transaction of the transition. */
public sealed interface Mark {

  /** Which way an operation goes. */
  enum Direction {
    TAKE,
    PUT_BACK
  }

  /**
   * A call is about to be made; its outcome is unknown until it is recorded.
   *
   * @param earlier what is to be put back some day; empty for an operation that puts back
   */
  record Intended(
      OperationId operation,
      Step step,
      Direction direction,
      int attempt,
      Optional<SavedState> earlier,
      Instant at)
      implements Mark {}

  /**
   * What is known of its outcome now.
   *
   * @param outcome in a few words
   */
  record Ended(OperationId operation, String outcome, String why, Instant at) implements Mark {}

  /** A look showed that no call was needed. */
  record PassedOver(
      OperationId operation, Step step, Direction direction, int attempt, String proof, Instant at)
      implements Mark {}
}
