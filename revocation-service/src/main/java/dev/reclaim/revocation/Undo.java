package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be put back.
 *
 * @param left the steps still to be undone, the last one taken first
 */
public record Undo(Actor by, String reason, List<Step> left) {

  public Undo {
    left = List.copyOf(left);
  }

  /** Undoes what was saved, the last step first; what cannot be undone left nothing to save. */
  static Undo of(Course course, Actor by, String reason) {
    return new Undo(
        by,
        reason,
        Arrays.stream(Step.values()).filter(step -> undone(course, step)).toList().reversed());
  }

  static boolean undone(Course course, Step step) {
    Kept kept = course.kept().get(step);
    return kept != null && kept.earlier().undoes().contains(step);
  }

  Undo without(Step step) {
    return new Undo(by, reason, left.stream().filter(one -> one != step).toList());
  }
}
