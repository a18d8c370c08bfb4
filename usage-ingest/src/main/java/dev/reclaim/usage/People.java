package dev.reclaim.usage;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out whom a statement is about. It starts from the holders that might be meant, and learns
 * from each statement before it judges the next.
 *
 * <p>Employee numbers tell people apart: two holders with different ones are two, though they share
 * an address. Such a name then stands for neither of them until one of them drops it.
 */
final class People {

  private final Map<HolderId, KnownHolder> known = new HashMap<>();
  private final Map<String, Set<HolderId>> byName = new HashMap<>();
  private final Map<HolderId, KnownHolder> changed = new LinkedHashMap<>();
  private final Set<String> touchedNames = new LinkedHashSet<>();

  People(Collection<KnownHolder> mightBeMeant) {
    mightBeMeant.forEach(this::remember);
  }

  /**
   * Adds a statement to what is known.
   *
   * @return the holder that it is about
   * @throws IllegalArgumentException if its identifiers belong to different holders
   */
  HolderId take(Said said) {
    HolderId id = whoIs(said);
    KnownHolder before = known.get(id);
    KnownHolder after = before == null ? KnownHolder.first(id, said) : before.hearing(said);
    if (!after.equals(before)) {
      touch(Optional.ofNullable(before), after);
      remember(after);
      changed.put(id, after);
    }
    return id;
  }

  /** The id that a holder gets at first sight, from its strongest identifier. */
  static HolderId firstIdOf(Said said) {
    return HolderId.of(said.identifiers().getFirst().normalised());
  }

  Collection<KnownHolder> changed() {
    return List.copyOf(changed.values());
  }

  /** All names, normalised, whose meaning may be another now. */
  Set<String> touchedNames() {
    return Set.copyOf(touchedNames);
  }

  private HolderId whoIs(Said said) {
    Map<HolderId, Identifier> matches = new LinkedHashMap<>();
    for (Identifier identifier : said.identifiers()) {
      for (KnownHolder owner : owners(identifier)) {
        if (!owner.isSomebodyElse(said)) {
          matches.putIfAbsent(owner.id(), identifier);
        }
      }
    }
    if (matches.size() > 1) {
      throw new IllegalArgumentException(severalHolders(matches));
    }
    return matches.isEmpty() ? firstSight(said) : matches.keySet().iterator().next();
  }

  /** Who goes by a name now; only if nobody does, who once did. */
  private List<KnownHolder> owners(Identifier identifier) {
    List<KnownHolder> all =
        byName.getOrDefault(identifier.normalised(), Set.of()).stream()
            .map(known::get)
            .filter(holder -> holder.goesBy(identifier))
            .toList();
    List<KnownHolder> now = all.stream().filter(holder -> holder.goesByNow(identifier)).toList();
    return now.isEmpty() ? all : now;
  }

  private HolderId firstSight(Said said) {
    HolderId id = firstIdOf(said);
    if (known.containsKey(id)) {
      Identifier strongest = said.identifiers().getFirst();
      throw new IllegalArgumentException(
          "%s: '%s' was the first name of another holder, %s"
              .formatted(fieldOf(strongest), strongest.value(), id));
    }
    return id;
  }

  private static String severalHolders(Map<HolderId, Identifier> matches) {
    List<Map.Entry<HolderId, Identifier>> two = List.copyOf(matches.entrySet());
    Identifier first = two.getFirst().getValue();
    Identifier second = two.getLast().getValue();
    return "%s: '%s' belongs to holder %s, but %s '%s' belongs to holder %s"
        .formatted(
            fieldOf(first),
            first.value(),
            two.getFirst().getKey(),
            fieldOf(second),
            second.value(),
            two.getLast().getKey());
  }

  private static String fieldOf(Identifier identifier) {
    return switch (identifier.kind()) {
      case EMPLOYEE_NUMBER -> "employeeNumber";
      case USER_PRINCIPAL_NAME -> "userPrincipalName";
      case EMAIL -> "email";
      case SAM_ACCOUNT_NAME -> "samAccountName";
      case OTHER -> "otherAccounts";
    };
  }

  private void remember(KnownHolder holder) {
    known.put(holder.id(), holder);
    holder
        .names()
        .forEach(
            identifier ->
                byName
                    .computeIfAbsent(identifier.normalised(), _ -> new LinkedHashSet<>())
                    .add(holder.id()));
  }

  /** Only names that came, went or became former ones; a daily repeat touches nothing. */
  private void touch(Optional<KnownHolder> before, KnownHolder after) {
    Map<String, Boolean> was = before.map(People::namesOf).orElse(Map.of());
    Map<String, Boolean> is = namesOf(after);
    Stream.concat(was.keySet().stream(), is.keySet().stream())
        .filter(name -> !Objects.equals(was.get(name), is.get(name)))
        .forEach(touchedNames::add);
  }

  /** Each name, normalised, with whether the holder goes by it now. */
  private static Map<String, Boolean> namesOf(KnownHolder holder) {
    Map<String, Boolean> names = new HashMap<>();
    holder.former().forEach(identifier -> names.put(identifier.normalised(), false));
    holder.newest().identifiers().forEach(identifier -> names.put(identifier.normalised(), true));
    return names;
  }
}
