package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Money;
import dev.reclaim.events.PolicyEvent.Alias;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Software that is paid for by seat.
 *
 * @param owner any identifier of the person who answers for it
 */
public record Application(
    ApplicationId id,
    Names names,
    Optional<String> owner,
    Terms terms,
    Portfolio portfolio,
    Giving giving)
    implements Policy {

  /**
   * What it is called.
   *
   * @param title as people call it
   * @param aliases as sources know it, besides its id and title
   */
  public record Names(String title, List<Alias> aliases) {

    public Names {
      aliases = List.copyOf(aliases);
      Set<Alias> seen = new HashSet<>();
      for (int i = 0; i < aliases.size(); i++) {
        if (!seen.add(aliases.get(i))) {
          throw new IllegalArgumentException("aliases[" + i + "]: is there twice");
        }
      }
    }
  }

  /**
   * What it costs, and under which agreement.
   *
   * @param price of one seat, where its tier does not say otherwise
   */
  public record Terms(Optional<Price> price, Tiers tiers, Contract contract) {}

  /**
   * Its place among the others.
   *
   * @param suite the applications that a seat of this one includes
   * @param purpose two applications with one purpose overlap
   * @param restricted nobody should have it without a reason
   */
  public record Portfolio(Set<ApplicationId> suite, Optional<String> purpose, boolean restricted) {

    public static final Portfolio PLAIN = new Portfolio(Set.of(), Optional.empty(), false);

    public Portfolio {
      suite = Set.copyOf(suite);
    }
  }

  /**
   * How seats are given, taken and given back.
   *
   * @param seats where; empty when only a person can
   * @param loss what the holder loses, as a sentence in English to the holder; may be empty
   * @param restorableDays how long a seat can be given back
   */
  public record Giving(Optional<SeatSource> seats, String loss, int restorableDays) {}

  public Application {
    if (portfolio.suite().contains(id)) {
      throw new IllegalArgumentException("suite: names the application itself");
    }
  }

  public String title() {
    return names.title();
  }

  public Tiers tiers() {
    return terms.tiers();
  }

  /** For one seat of the only or highest tier. */
  public Optional<Money> pricePerMonth() {
    return tiers().list().stream()
        .findFirst()
        .flatMap(Tier::price)
        .or(terms::price)
        .map(Price::perMonth);
  }

  /** For one seat of a tier; of the highest one where the tier is not known. */
  public Optional<Money> pricePerMonth(String tier) {
    return tiers()
        .named(tier)
        .map(known -> known.price().or(terms::price).map(Price::perMonth))
        .orElseGet(this::pricePerMonth);
  }
}
