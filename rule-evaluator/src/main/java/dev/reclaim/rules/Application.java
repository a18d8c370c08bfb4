package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Money;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.List;
import java.util.Optional;

/** Software that is paid for by seat. */
public record Application(
    ApplicationId id,
    String title,
    List<String> aliases,
    Optional<String> owner,
    Optional<Money> pricePerMonth,
    Giving giving)
    implements Policy {

  public Application {
    aliases = List.copyOf(aliases);
  }

  /**
   * How seats are given, taken and given back.
   *
   * @param seats where; empty when only a person can
   * @param loss what the holder loses, as a sentence
   * @param restorableDays how long a seat can be given back
   */
  public record Giving(Optional<SeatSource> seats, String loss, int restorableDays) {}
}
