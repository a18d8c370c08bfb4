package dev.reclaim.bench;

import java.util.List;
import java.util.Map;

/**
 * What a bench measured.
 *
 * @param settings of whatever it ran on, by name
 * @param columns the title of each column
 * @param rows the values, as people read them
 * @param targets what was to be reached
 */
public record Result(
    Map<String, String> settings,
    List<String> columns,
    List<List<String>> rows,
    List<Target> targets) {

  public Result {
    rows = List.copyOf(rows);
    targets = List.copyOf(targets);
  }

  /** One target, and what was measured. */
  public record Target(String what, String measured, boolean met) {}

  boolean met() {
    return targets.stream().allMatch(Target::met);
  }
}
