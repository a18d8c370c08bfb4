package dev.reclaim.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** All policy, with every version of it. */
public interface Policies {

  /** Lets nobody else change this piece until the transaction ends. */
  void lock(PolicyId id);

  /** A version, or the newest; retired ones too. */
  Optional<PolicyVersion> find(PolicyId id, OptionalInt version);

  /** The newest version of each that stands, by name. */
  List<PolicyVersion> standing(PolicyKind kind);

  /** Whether two contents say the same, whatever order, spacing or notation they have. */
  boolean same(PolicyDocument one, PolicyDocument other);

  void add(PolicyVersion version);

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
