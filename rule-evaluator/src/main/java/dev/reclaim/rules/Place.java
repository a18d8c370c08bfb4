package dev.reclaim.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where the holder belongs.
 *
 * @param groups those of the directory; none when nobody says
 * @param moves what is known of earlier departments
 */
public record Place(
    Optional<String> department,
    Optional<String> costCentre,
    Optional<String> location,
    Set<String> groups,
    Moves moves) {

  public static final Place UNKNOWN =
      new Place(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          new Moves(Optional.empty(), Optional.empty()));

  public Place {
    groups = Set.copyOf(groups);
  }

  /**
   * The history of the department.
   *
   * @param last the newest move from one department to another
   * @param knownSince the first statement that named a department
   */
  public record Moves(Optional<Move> last, Optional<Instant> knownSince) {}

  /**
   * One move.
   *
   * @param at when the new department was first named
   */
  public record Move(String from, String to, Instant at) {}
}
