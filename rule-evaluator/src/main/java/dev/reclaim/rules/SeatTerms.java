package dev.reclaim.rules;

import dev.reclaim.events.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What policy says of a seat's application.
 *
 * @param pricePerMonth of the seat's tier
 * @param restricted nobody should have it without a reason
 * @param cheaper the tiers below that of the seat, from high to low
 */
public record SeatTerms(Optional<Money> pricePerMonth, boolean restricted, List<Tier> cheaper) {

  public SeatTerms {
    cheaper = List.copyOf(cheaper);
  }

  /**
   * A tier that costs less.
   *
   * @param features what can be used in it; empty when policy does not say
   */
  public record Tier(String name, Optional<Set<String>> features) {

    public Tier {
      features = features.map(Set::copyOf);
    }
  }
}
