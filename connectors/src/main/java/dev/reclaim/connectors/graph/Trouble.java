package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import java.time.Duration;

/** What an answer other than success means; an answer that is not foreseen is lasting. */
sealed interface Trouble {

  String why();

  /** It may be better after a while. */
  record Passing(Duration after, String why, SoFar soFar) implements Trouble {}

  /** It stays until a person does something. */
  record Lasting(String why, String whatToDo) implements Trouble {}

  default RevocationOutcome asRevocation() {
    return switch (this) {
      case Passing(Duration after, String why, SoFar soFar) ->
          new RevocationOutcome.TryLater(after, why, soFar);
      case Lasting(String why, String whatToDo) -> new RevocationOutcome.Failed(why, whatToDo);
    };
  }

  default CaptureOutcome asCapture() {
    return switch (this) {
      case Passing(Duration after, String why, SoFar _) -> new CaptureOutcome.TryLater(after, why);
      case Lasting(String why, String whatToDo) -> new CaptureOutcome.Failed(why, whatToDo);
    };
  }

  default RestoreOutcome asRestore() {
    return switch (this) {
      case Passing(Duration after, String why, SoFar _) -> new RestoreOutcome.TryLater(after, why);
      case Lasting(String why, String whatToDo) -> new RestoreOutcome.Failed(why, whatToDo);
    };
  }

  /** What a person can do; for trouble that passes, to wait. */
  default String whatToDo() {
    return switch (this) {
      case Passing _ -> "Wait.";
      case Lasting(String _, String whatToDo) -> whatToDo;
    };
  }
}
