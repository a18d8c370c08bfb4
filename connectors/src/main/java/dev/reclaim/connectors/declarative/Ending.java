package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import java.time.Duration;

/** Why a flow could not go on. */
sealed interface Ending {

  String why();

  String whatToDo();

  /** Nothing was done, and nothing will be without a person. */
  record Cannot(String why, String whatToDo) implements Ending {}

  /** No usable answer. */
  record Later(Duration after, String why, SoFar soFar) implements Ending {

    /** A change may have been made. */
    Later(Duration after, String why) {
      this(after, why, SoFar.PERHAPS);
    }

    @Override
    public String whatToDo() {
      return "Wait, and try again.";
    }
  }

  /** Nobody listens there. */
  record Unreachable(Duration after, String why) implements Ending {
    @Override
    public String whatToDo() {
      return "Correct the connection's address, or let its host be reached.";
    }
  }

  /** The connection's login lacks a permission. */
  record Denied(String does, String needs) implements Ending {
    @Override
    public String why() {
      return "this connection may not " + does;
    }

    @Override
    public String whatToDo() {
      return "Give its login %s, so that it may %s.".formatted(needs, does);
    }
  }

  /** The connection's credentials were refused. */
  record NoSignIn(String why, String whatToDo) implements Ending {}

  /** Refused or not understood. */
  record Failed(String why, String whatToDo) implements Ending {}

  /** More than one thing answers to a name that must be one's alone. */
  record TooMany(int count) implements Ending {
    @Override
    public String why() {
      return count + " entries match where one must";
    }

    @Override
    public String whatToDo() {
      return "Make the name unique.";
    }
  }

  /** The same after something was changed already: that it was refused covers only the rest. */
  default Ending afterAChange() {
    return this instanceof Later(Duration after, String why, SoFar _)
        ? new Later(after, why, SoFar.PERHAPS)
        : this;
  }

  default RevocationOutcome asRevocation() {
    return switch (this) {
      case Cannot _, TooMany _ -> new RevocationOutcome.CannotBeRevoked(why(), whatToDo());
      case Later(Duration after, String why, SoFar soFar) ->
          new RevocationOutcome.TryLater(after, why, soFar);
      case Unreachable(Duration after, String why) -> new RevocationOutcome.TryLater(after, why);
      case Denied _, NoSignIn _, Failed _ -> new RevocationOutcome.Failed(why(), whatToDo());
    };
  }

  default CaptureOutcome asCapture() {
    return switch (this) {
      case Later(Duration after, String why, SoFar _) -> new CaptureOutcome.TryLater(after, why);
      case Unreachable(Duration after, String why) -> new CaptureOutcome.TryLater(after, why);
      case Cannot _, TooMany _, Denied _, NoSignIn _, Failed _ ->
          new CaptureOutcome.Failed(why(), whatToDo());
    };
  }

  default RestoreOutcome asRestore() {
    return switch (this) {
      case Cannot(String why, String whatToDo) ->
          new RestoreOutcome.NoLongerPossible(why + " " + whatToDo);
      case Later(Duration after, String why, SoFar _) -> new RestoreOutcome.TryLater(after, why);
      case Unreachable(Duration after, String why) -> new RestoreOutcome.TryLater(after, why);
      case TooMany _, Denied _, NoSignIn _, Failed _ ->
          new RestoreOutcome.Failed(why(), whatToDo());
    };
  }
}
