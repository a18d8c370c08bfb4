package dev.reclaim.connectors;

import dev.reclaim.events.PolicyEvent.SeatSource;

/**
 * Can look again at the seat of an account that was saved, by the vendor's own id: also after the
 * account was deleted or renamed, when no label finds it any more.
 */
public interface LooksAgain {

  /** What {@link Verifies} would show. A deleted account has no seat, where that can be proved. */
  SeatLook lookAgain(SavedState saved, SeatSource source);
}
