package dev.reclaim.connectors;

import java.time.Duration;

/** How an attempt to take something away ended. An answer that no one foresaw is Failed. */
public sealed interface RevocationOutcome {

  /** The system says that it is done. Only a look proves it. */
  record Revoked() implements RevocationOutcome {}

  /**
   * There was nothing to take.
   *
   * @param proof what was read, as a sentence; an error code alone is no proof
   */
  record AlreadyGone(String proof) implements RevocationOutcome {

    public AlreadyGone {
      Must.beText("proof", proof);
    }
  }

  /** Nothing was taken and nothing will be without a person: protected, inherited, unknown. */
  record CannotBeRevoked(String why, String whatToDo) implements RevocationOutcome {

    public CannotBeRevoked {
      Must.beText("why", why);
      Must.beText("whatToDo", whatToDo);
    }
  }

  /**
   * No usable answer: busy, down, slow, or the connection broke. The change may have been made, so
   * look before the next attempt.
   *
   * @param after how long to wait at least
   */
  record TryLater(Duration after, String why) implements RevocationOutcome {

    public TryLater {
      Must.bePresent("after", after);
      Must.beText("why", why);
    }
  }

  /** Refused or not understood; the same attempt would end the same way. */
  record Failed(String why, String whatToDo) implements RevocationOutcome {

    public Failed {
      Must.beText("why", why);
      Must.beText("whatToDo", whatToDo);
    }
  }
}
