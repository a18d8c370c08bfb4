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
   * The system has taken the order and carries it out by itself.
   *
   * @param lookAfter when a first look may show the effect
   * @param within so long it may take; until then its absence means nothing
   * @param what the system answered, as a sentence
   */
  record Accepted(Duration lookAfter, Duration within, String what) implements RevocationOutcome {

    public Accepted {
      Must.bePresent("lookAfter", lookAfter);
      Must.bePresent("within", within);
      Must.beText("what", what);
    }
  }

  /**
   * No usable answer: busy, down, slow, or the connection broke.
   *
   * @param after how long to wait at least
   * @param soFar whether the change may have been made; if so, look before the next attempt
   */
  record TryLater(Duration after, String why, SoFar soFar) implements RevocationOutcome {

    /** What may have been done already. */
    public enum SoFar {
      /** Refused before anything was done, as with "too many requests". */
      NOTHING,
      PERHAPS
    }

    public TryLater {
      Must.bePresent("after", after);
      Must.beText("why", why);
      Must.bePresent("soFar", soFar);
    }

    public TryLater(Duration after, String why) {
      this(after, why, SoFar.PERHAPS);
    }

    public static TryLater refused(Duration after, String why) {
      return new TryLater(after, why, SoFar.NOTHING);
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
