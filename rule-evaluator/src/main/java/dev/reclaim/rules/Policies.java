package dev.reclaim.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** All policy, with every version of it. */
public interface Policies {

  /** Lets nobody else change policy until the transaction ends. */
  void lock();

  /** A version, or the newest; retired ones too. */
  Optional<PolicyVersion> find(PolicyId id, OptionalInt version);

  /** Every version of a piece, the first one first. */
  List<PolicyVersion> versions(PolicyId id);

  /** The newest version of each that stands, by name. */
  List<PolicyVersion> standing(PolicyKind kind);

  void add(PolicyVersion version);

  /** The newest version of a piece, unless it is retired. */
  default Optional<PolicyVersion> standing(PolicyId id) {
    return find(id, OptionalInt.empty()).filter(version -> !version.retired());
  }

  default List<VersionedRule> rules() {
    return standing(PolicyKind.RULE).stream()
        .map(v -> new VersionedRule((Rule) v.document().policy(), v.version()))
        .toList();
  }

  default Estate estate() {
    return new Estate(
        standing(PolicyKind.APPLICATION).stream()
            .map(version -> (Application) version.document().policy())
            .collect(Collectors.toUnmodifiableMap(Application::id, a -> a)));
  }
}
