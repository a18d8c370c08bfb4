package dev.reclaim.usage.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every line; {@code lines} is the sum of the others. Blank lines, and the header of
 * a table, are no lines.
 *
 * @param lines how many were sent
 * @param accepted how many the broker has now
 * @param ignored how many are sound and say nothing that is wanted here
 */
public record LinesAnswer(int lines, int accepted, Ignored ignored, List<Rejected> rejected) {

  /** The ignored lines. */
  public record Ignored(int count, Map<String, Integer> reasons) {}

  /**
   * One line that was refused.
   *
   * @param line from 1; the element's place in a JSON array
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Rejected(int line, String field, String reason) {

    /** Takes a message that begins with {@code field: }. */
    static Rejected because(int line, String message) {
      int colon = message.indexOf(": ");
      return colon > 0
          ? new Rejected(line, message.substring(0, colon), message.substring(colon + 2))
          : new Rejected(line, "record", message);
    }
  }

  /** Counts while lines are read. */
  static final class Tally {

    private int lines;
    private int accepted;
    private final Map<String, Integer> ignored = new TreeMap<>();
    private final List<Rejected> rejected = new ArrayList<>();

    void accept() {
      lines++;
      accepted++;
    }

    void ignore(String reason) {
      lines++;
      ignored.merge(reason, 1, Integer::sum);
    }

    void reject(Rejected line) {
      lines++;
      rejected.add(line);
    }

    boolean rejectedAny() {
      return !rejected.isEmpty();
    }

    Map<String, Integer> ignored() {
      return ignored;
    }

    LinesAnswer answer() {
      int count = ignored.values().stream().mapToInt(Integer::intValue).sum();
      return new LinesAnswer(
          lines, accepted, new Ignored(count, Map.copyOf(ignored)), List.copyOf(rejected));
    }
  }
}
