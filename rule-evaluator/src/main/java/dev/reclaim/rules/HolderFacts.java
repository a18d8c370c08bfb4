package dev.reclaim.rules;

import dev.reclaim.events.Holder;
import java.util.Optional;

/**
 * What is known of a holder. Every part may be unknown.
 *
 * @param kind what sort of identity it is
 * @param employment empty when HR never named the holder
 * @param accountEnabled whether the directory lets the account sign in
 * @param clock by which the holder is idle
 */
public record HolderFacts(
    Optional<Holder.Kind> kind,
    Optional<Employment> employment,
    Optional<Boolean> accountEnabled,
    Place place,
    IdleClock clock) {

  /** Nobody ever said anything of the holder. */
  public static final HolderFacts UNKNOWN =
      new HolderFacts(
          Optional.empty(), Optional.empty(), Optional.empty(), Place.UNKNOWN, IdleClock.PLAIN);
}
