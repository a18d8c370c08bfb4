package dev.reclaim.consent;

import java.time.Instant;
import java.util.Optional;

/** What may happen to a candidate in every state that is not closed. */
public sealed interface Open
    permits AttentionRequired, Ready, AwaitingUser, AwaitingApproval, AwaitingRevocation, Held {

  CaseFile file();

  /** Use was seen. */
  ClosedCanceled usedAgain(String why, Instant at);

  /** The rule no longer says so, the seat is gone, or a person decided against. */
  ClosedSkipped skip(ClosedSkipped.Cause cause, String why, Instant at);

  /** A read-back proved that the seat is free. */
  ClosedComplete verified(String why, Instant at, Instant restorableUntil);

  /** A hold stands in the way. */
  Held hold(String why, Optional<Instant> until);
}
