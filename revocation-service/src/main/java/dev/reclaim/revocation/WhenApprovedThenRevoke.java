package dev.reclaim.revocation;

import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.ConsentEvent.RevocationCalledOff;
import dev.reclaim.events.RevocationId;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What consent-service says becomes work, or ends it. */
public final class WhenApprovedThenRevoke {

  private final Revocations revocations;
  private final InstantSource clock;

  public WhenApprovedThenRevoke(Revocations revocations, InstantSource clock) {
    this.revocations = revocations;
    this.clock = clock;
  }

  /** An approval, and what it follows from. */
  public record Order(RevocationApproved approved, Cause cause) {}

  /** New orders, each about another candidate; or, after a failure, the same once more. */
  public void approved(List<Order> orders) {
    Instant now = clock.instant();
    revocations.changeAll(orders.stream().map(order -> wish(order, now)).toList());
    revocations.approve(orders.stream().map(order -> order.approved().candidate()).toList());
  }

  private static Revocations.Wish wish(Order order, Instant now) {
    return new Revocations.Wish(
        RevocationId.of(order.approved().candidate()),
        known ->
            known.isEmpty()
                ? Optional.of(Requested.by(order.approved(), now))
                : resume(known.get(), order.approved(), now),
        order.cause());
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
