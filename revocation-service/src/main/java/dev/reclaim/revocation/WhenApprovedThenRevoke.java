package dev.reclaim.revocation;

import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.ConsentEvent.RevocationCalledOff;
import dev.reclaim.events.RevocationId;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What consent-service says becomes work, or ends it. */
public final class WhenApprovedThenRevoke {

  private final Revocations revocations;
  private final InstantSource clock;

  public WhenApprovedThenRevoke(Revocations revocations, InstantSource clock) {
    this.revocations = revocations;
    this.clock = clock;
  }

  /** A new order; or, after a failure, the same one once more. */
  public void approved(RevocationApproved order, Cause cause) {
    Instant now = clock.instant();
    revocations.change(
        RevocationId.of(order.candidate()),
        known ->
            known.isEmpty()
                ? Optional.of(Requested.by(order, now))
                : resume(known.get(), order, now),
        cause);
    revocations.approve(order.candidate());
  }

  public void calledOff(RevocationCalledOff event) {
    revocations.callOff(event.candidate(), event.why());
  }

  private static Optional<Next<Requested>> resume(
      Revocation known, RevocationApproved again, Instant now) {
    return switch (known) {
      case Failed failed -> Optional.of(failed.resume(again, now));
      case Canceled canceled -> Optional.of(canceled.resume(again, now));
      case Requested _, Held _, InFlight _, ByHand _, AwaitingVerification _ -> Optional.empty();
      case Verified _ -> Optional.empty();
      case Restoring _, PuttingBack _, CheckingRestore _, Restored _, RestoreFailed _ ->
          Optional.empty();
    };
  }
}
