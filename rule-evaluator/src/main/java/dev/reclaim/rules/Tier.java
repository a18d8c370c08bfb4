package dev.reclaim.rules;

import java.util.Optional;
import java.util.Set;

/**
 * An edition of an application.
 *
 * @param price empty where the application has one for all
 * @param entitlement what gives it in the outside system, where that differs between tiers
 * @param features what it has and the lower ones have not, as sources of usage call it
 * @param lower the tier that a downgrade leaves; empty for the next one of the list
 */
public record Tier(
    String name,
    Optional<Price> price,
    Optional<String> entitlement,
    Set<String> features,
    Optional<String> lower) {

  public Tier {
    features = Set.copyOf(features);
  }
}
