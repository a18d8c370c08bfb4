package dev.reclaim.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Whether documents fit together, and to the policy that stands. */
final class FitTogether {

  private FitTogether() {}

  /**
   * Names two of one name, and references to what is neither among them nor stands.
   *
   * @param stands whether a piece of policy stands already
   */
  static List<PolicyFault> faults(List<Written> documents, Predicate<PolicyId> stands) {
    List<PolicyFault> faults = new ArrayList<>();
    Map<PolicyId, Written> known = new HashMap<>();
    for (Written written : documents) {
      Written twin = known.putIfAbsent(written.id(), written);
      if (twin != null) {
        faults.add(
            written.fault(
                "name",
                "there are two of %s; the other is in %s".formatted(written.id(), twin.place())));
      }
    }
    for (Written written : documents) {
      Reference.of(written.document()).stream()
          .filter(reference -> !known.containsKey(reference.target()))
          .filter(reference -> !stands.test(reference.target()))
          .map(
              reference ->
                  written.fault(
                      reference.key(),
                      "there is no %s %s"
                          .formatted(reference.target().kind().word(), reference.target().name())))
          .forEach(faults::add);
    }
    return faults;
  }
}
