package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.SavedState;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** A stored state, read by its keys. */
record Saved(SavedState state) {

  static final String ACCOUNT = "account.id";
  static final String ACCOUNT_NAME = "account.userPrincipalName";
  static final String ENABLED = "account.accountEnabled";
  static final String GROUPS = "account.groups";
  static final String ENTITLEMENT = "seat.entitlement";
  static final String LOWER = "seat.lowerEntitlement";
  static final String HELD = "seat.heldDirectly";

  /**
   * One that this connector saved.
   *
   * @throws GraphRefused if another did
   */
  static Saved of(SavedState state) throws GraphRefused {
    if (!state.connector().equals(MicrosoftGraph.KIND)) {
      throw GraphRefused.forGood(
          "savedState.connector: '%s' is not %s".formatted(state.connector(), MicrosoftGraph.KIND),
          "Restore it by hand.");
    }
    return new Saved(state);
  }

  String text(String key) throws GraphRefused {
    return state
        .value(key)
        .orElseThrow(
            () ->
                GraphRefused.forGood("savedState." + key + ": is missing", "Restore it by hand."));
  }

  boolean flag(String key) throws GraphRefused {
    return Boolean.parseBoolean(text(key));
  }

  List<String> list(String key) throws GraphRefused {
    return Arrays.stream(text(key).split(",")).filter(part -> !part.isEmpty()).toList();
  }

  Set<UUID> ids(String key) throws GraphRefused {
    return list(key).stream().map(UUID::fromString).collect(Collectors.toCollection(TreeSet::new));
  }

  static String joined(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
