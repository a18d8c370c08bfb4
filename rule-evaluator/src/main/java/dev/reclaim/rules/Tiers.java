package dev.reclaim.rules;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The editions of an application, from the highest to the lowest; every way down has an end. */
public record Tiers(List<Tier> list) {

  public static final Tiers NONE = new Tiers(List.of());

  public Tiers {
    list = List.copyOf(list);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      Integer twin = places.putIfAbsent(list.get(i).name(), i);
      if (twin != null) {
        throw new IllegalArgumentException(
            "tiers[%d].name: %s is the name of tiers[%d] already"
                .formatted(i, list.get(i).name(), twin));
      }
    }
    for (int i = 0; i < list.size(); i++) {
      refuseUnknown(list, places, i);
    }
    for (int i = list.size() - 1; i >= 0; i--) {
      refuseCycle(list, places, i);
    }
    for (int i = 0; i < list.size(); i++) {
      refuseUpwards(list, places, i);
    }
  }

  public Optional<Tier> named(String name) {
    return list.stream().filter(tier -> tier.name().equals(name)).findFirst();
  }

  /** What a downgrade of a tier leaves; empty for the lowest, and for a tier that is not known. */
  public Optional<Tier> below(String name) {
    return named(name).flatMap(tier -> below(list, list.indexOf(tier)));
  }

  private static Optional<Tier> below(List<Tier> list, int place) {
    Optional<String> lower = list.get(place).lower();
    if (lower.isPresent()) {
      return list.stream().filter(tier -> tier.name().equals(lower.get())).findFirst();
    }
    return place + 1 < list.size() ? Optional.of(list.get(place + 1)) : Optional.empty();
  }

  private static void refuseUnknown(List<Tier> list, Map<String, Integer> places, int place) {
    list.get(place)
        .lower()
        .filter(lower -> !places.containsKey(lower))
        .ifPresent(
            lower -> {
              throw new IllegalArgumentException(
                  "tiers[%d].lower: %s is no tier of this application".formatted(place, lower));
            });
  }

  private static void refuseCycle(List<Tier> list, Map<String, Integer> places, int start) {
    Set<String> way = new LinkedHashSet<>();
    Optional<Tier> at = Optional.of(list.get(start));
    while (at.isPresent() && way.add(at.get().name())) {
      at = below(list, places.get(at.get().name()));
    }
    Tier first = list.get(start);
    if (first.lower().isPresent() && at.equals(Optional.of(first))) {
      throw new IllegalArgumentException(
          "tiers[%d].lower: makes a cycle of tiers: %s, %s"
              .formatted(start, String.join(", ", way), first.name()));
    }
  }

  private static void refuseUpwards(List<Tier> list, Map<String, Integer> places, int place) {
    list.get(place)
        .lower()
        .filter(lower -> places.get(lower) < place)
        .ifPresent(
            lower -> {
              throw new IllegalArgumentException(
                  "tiers[%d].lower: %s stands above it; tiers go from the highest to the lowest"
                      .formatted(place, lower));
            });
  }
}
