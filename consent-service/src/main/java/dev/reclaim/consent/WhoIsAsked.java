package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import java.util.Optional;

/** From whom an answer is awaited. */
public final class WhoIsAsked {

  private WhoIsAsked() {}

  /** The person whose word a candidate waits for; empty when it waits for none. */
  public static Optional<HolderId> by(Candidate candidate) {
    return pending(candidate).map(Pending::who);
  }

  static Optional<Pending> pending(Candidate candidate) {
    return switch (candidate) {
      case AwaitingUser it -> Optional.of(it.pending());
      case AwaitingApproval it -> Optional.of(it.pending());
      case AttentionRequired _,
          Ready _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          Optional.empty();
    };
  }
}
