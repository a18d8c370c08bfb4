package dev.reclaim.revocation;

import java.util.List;

/**
 * What is done where, settled once for each order.
 *
 * @param steps in their order
 * @param leftOut one sentence for each step that was wanted and is not taken
 */
public record Plan(List<PlannedStep> steps, List<String> leftOut) {

  public Plan {
    steps = List.copyOf(steps);
    leftOut = List.copyOf(leftOut);
  }
}
