package dev.reclaim.revocation;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.Map;
import java.util.Optional;

/**
 * What the policy says of an application, as far as it matters here.
 *
 * @param entitlements what gives each tier in the outside system, where the tiers differ
 */
public record KnownApplication(
    ApplicationId id,
    String title,
    Optional<SeatSource> seats,
    Map<String, String> entitlements,
    int restorableDays) {

  public KnownApplication {
    entitlements = Map.copyOf(entitlements);
  }

  /**
   * Where and how a seat of a tier is taken. An action of the rule counts more than the
   * application's own; a downgrade to a tier leaves what gives that tier.
   */
  Optional<SeatSource> sourceOf(String tier, Optional<SeatAction> action, Optional<String> toTier) {
    return seats.map(
        source ->
            new SeatSource(
                source.connection(),
                entitlements.getOrDefault(tier, source.entitlement()),
                action.or(source::action).filter(way -> possible(way, toTier)),
                lower(toTier)));
  }

  private Optional<String> lower(Optional<String> toTier) {
    return toTier.map(entitlements::get).or(() -> seats.flatMap(SeatSource::lowerEntitlement));
  }

  /** Without knowing what a downgrade leaves, the connector's mildest way has to do. */
  private boolean possible(SeatAction way, Optional<String> toTier) {
    return way != SeatAction.DOWNGRADE || lower(toTier).isPresent();
  }
}
