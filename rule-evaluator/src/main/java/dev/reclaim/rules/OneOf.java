package dev.reclaim.rules;

import dev.reclaim.events.Identifier;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names of which one has to fit, whatever its case. */
record OneOf(Set<String> any) {

  OneOf {
    any = any.stream().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    if (any.isEmpty()) {
      throw new IllegalArgumentException("any: names nothing");
    }
  }

  /** The first of these names that fits; a name that nobody gave fits none. */
  Optional<String> among(Set<String> actual) {
    Set<String> wanted = normalised(any);
    return actual.stream()
        .sorted()
        .filter(name -> wanted.contains(Identifier.normalise(name)))
        .findFirst();
  }

  /** In the form in which they are compared. */
  static Set<String> normalised(Set<String> names) {
    return names.stream().map(Identifier::normalise).collect(Collectors.toUnmodifiableSet());
  }

  Judgement judge(String code, String what, Optional<String> actual) {
    return actual
        .map(
            name -> {
              String sentence = "The holder's %s is %s.".formatted(what, name);
              return among(Set.of(name)).isPresent()
                  ? Judgement.holds(code, sentence)
                  : Judgement.doesNotHold(code, sentence);
            })
        .orElseGet(
            () -> Judgement.notEnoughData(code, "The holder's %s is not known.".formatted(what)));
  }

  @Override
  public String toString() {
    return String.join(", ", any);
  }
}
