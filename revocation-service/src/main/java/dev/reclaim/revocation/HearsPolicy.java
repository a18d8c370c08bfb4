package dev.reclaim.revocation;

import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.RuleDefined;

/** Remembers what the policy says; an older version never replaces a newer one. */
public interface HearsPolicy {

  void applicationDefined(ApplicationDefined event);

  void ruleDefined(RuleDefined event);

  void holdPlaced(HoldPlaced event);

  void holdLifted(HoldLifted event);
}
