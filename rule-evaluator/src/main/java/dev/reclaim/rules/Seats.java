package dev.reclaim.rules;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The seats, with all that is known about each. Whoever judges a seat or changes what is known of
 * it locks it first, so that no judgement rests on facts that another transaction is just changing.
 */
public interface Seats {

  /** The next seats that are there or have an ongoing proposal, in the order of their ids. */
  List<SeatId> next(Optional<SeatId> after, int atMost);

  List<SeatId> of(Collection<HolderId> holders);

  /** Those seats of the holders about which a proposal is ongoing. */
  List<SeatId> proposed(Collection<HolderId> holders);

  /** Those seats with an ongoing proposal on which a hold stands. */
  List<SeatId> proposedUnder(Hold hold);

  /** Locks seats until the transaction ends, in the order of their ids. */
  void lock(Collection<SeatId> seats);

  /**
   * Gathers the facts, in the order of the seats' ids.
   *
   * @param reach how far back use is gathered day by day
   */
  List<SeatCase> look(Collection<SeatId> seats, Instant asOf, Window reach);

  /**
   * The holder that is known by this id or by any identifier, whatever its case; an account that
   * nobody is known by counts as well.
   */
  Optional<HolderId> holder(String idOrIdentifier);
}
