package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.SeatLook;
import dev.reclaim.events.Via;
import java.util.Optional;

/** Whether and how a person has a seat. */
sealed interface Held {

  /**
   * By itself.
   *
   * @param alsoBy the group that gives it too, so that taking the direct one would free nothing
   */
  record Directly(Optional<String> alsoBy) implements Held {}

  /**
   * Only through a group.
   *
   * @param group its name
   * @param id its object id
   */
  record Through(String group, String id) implements Held {}

  /** On no road. */
  record Not(String proof) implements Held {}

  default SeatLook asLook() {
    return switch (this) {
      case Directly _ -> new SeatLook.Present(new Via.Direct());
      case Through(String group, String _) -> new SeatLook.Present(new Via.Group(group));
      case Not(String proof) -> new SeatLook.Absent(proof);
    };
  }
}
