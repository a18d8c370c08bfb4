package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All applications that policy defines, as far as judging a seat needs to know of them. */
public record Estate(Map<ApplicationId, Application> applications) {

  public Estate {
    applications = Map.copyOf(applications);
  }

  /**
   * Two applications of which nobody needs both.
   *
   * @param shared what both have in common, as in {@code the purpose diagrams}
   */
  public record Rivalry(Application application, Application other, String shared) {}

  public Optional<Application> find(ApplicationId application) {
    return Optional.ofNullable(applications.get(application));
  }

  /** The terms of a seat; empty when nobody defined its application. */
  public Optional<SeatTerms> terms(ApplicationId application, String tier) {
    return find(application)
        .map(
            defined ->
                new SeatTerms(
                    defined.pricePerMonth(tier),
                    defined.portfolio().restricted(),
                    cheaper(defined.tiers(), tier)));
  }

  /** The way down from a tier, with all that can still be used on each step of it. */
  private static List<SeatTerms.Tier> cheaper(Tiers tiers, String tier) {
    List<SeatTerms.Tier> way = new ArrayList<>();
    Optional<Tier> below = tiers.below(tier);
    while (below.isPresent()) {
      way.add(new SeatTerms.Tier(below.get().name(), features(tiers, below.get())));
      below = tiers.below(below.get().name());
    }
    return way;
  }

  /** A tier has what the lower ones have; unknown where policy names no feature of any tier. */
  private static Optional<Set<String>> features(Tiers tiers, Tier tier) {
    List<Tier> list = tiers.list();
    if (list.stream().allMatch(each -> each.features().isEmpty())) {
      return Optional.empty();
    }
    Set<String> features = new HashSet<>();
    list.subList(list.indexOf(tier), list.size()).forEach(each -> features.addAll(each.features()));
    return Optional.of(features);
  }

  /** The rivals of an application, in the order of their ids. */
  public List<Rivalry> rivals(ApplicationId application) {
    return find(application).stream()
        .flatMap(
            one ->
                applications.values().stream()
                    .filter(other -> !other.id().equals(application))
                    .flatMap(
                        other -> shared(one, other).stream().map(s -> new Rivalry(one, other, s))))
        .sorted(Comparator.comparing(rivalry -> rivalry.other().id().value()))
        .toList();
  }

  private static Optional<String> shared(Application one, Application other) {
    if (one.portfolio().suite().contains(other.id())) {
      return Optional.of("the suite " + one.title());
    }
    if (other.portfolio().suite().contains(one.id())) {
      return Optional.of("the suite " + other.title());
    }
    return one.portfolio()
        .purpose()
        .filter(purpose -> other.portfolio().purpose().equals(Optional.of(purpose)))
        .map(purpose -> "the purpose " + purpose);
  }
}
