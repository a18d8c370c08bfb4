package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.LicenseAssignmentState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One way by which a user has a product.
 *
 * @param group the id of the group that gives it; empty if it is assigned directly
 * @param disabledPlans its service plans that are switched off for the user
 */
record Licence(UUID sku, Optional<String> group, Set<UUID> disabledPlans) {

  static Licence of(LicenseAssignmentState state) {
    List<UUID> plans = state.getDisabledPlans();
    return new Licence(
        state.getSkuId(),
        Optional.ofNullable(state.getAssignedByGroup()),
        plans == null ? Set.of() : new TreeSet<>(plans));
  }
}
