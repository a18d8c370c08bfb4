package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.RevocationEvent.Step;
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

  static Undo of(Task task, Course course, Actor by, String reason) {
    return new Undo(
        by, reason, task.plan().reversed().stream().filter(course.kept()::containsKey).toList());
  }

  Undo without(Step step) {
    return new Undo(by, reason, left.stream().filter(one -> one != step).toList());
  }
}
