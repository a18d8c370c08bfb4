package dev.reclaim.rules;

import java.time.Instant;
import java.util.Collection;

/**
 * Finds the seats that rules would take back, by the policy that the caller's transaction sees, and
 * writes nothing.
 */
public interface FindsSeats {

  /** Tells every seat that one of the rules finds; a seat that two find is told twice. */
  void find(Collection<VersionedRule> rules, Instant asOf, Found found);

  /** Hears of a seat that a rule finds. */
  interface Found {
    void by(VersionedRule rule, PricedSeat seat);
  }
}
