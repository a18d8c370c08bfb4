package dev.reclaim.consent;

import dev.reclaim.events.Evidence;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Money;
import dev.reclaim.events.SeatRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which seats somebody has, whether a rule found them or not. */
public interface KnowsSeats {

  /** The seats that are there; empty when whoever knows them does not answer in time. */
  Optional<List<Seat>> of(HolderId holder);

  /** One seat, with what is known of its use. */
  record Seat(SeatRef ref, Instant heldSince, Evidence evidence, Optional<Money> pricePerMonth) {}
}
