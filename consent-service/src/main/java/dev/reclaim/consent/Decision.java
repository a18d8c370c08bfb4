package dev.reclaim.consent;

import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What follows from an input. */
public sealed interface Decision {

  /** Whom a question goes to. */
  enum Kind {
    HOLDER,
    APPROVER
  }

  /**
   * A question that must reach somebody.
   *
   * @param sendFrom when its message may leave
   */
  record Ask(PromptId prompt, Kind kind, HolderId asked, Instant until, Instant sendFrom) {}

  /** A question that must reach somebody once more. */
  record Remind(PromptId prompt, Kind kind, HolderId who) {}

  /** It moves on. */
  record Moved(
      Candidate next,
      List<ConsentEvent.AboutCandidate> said,
      List<Ask> asks,
      Optional<Remind> reminder)
      implements Decision {

    public Moved {
      said = List.copyOf(said);
      asks = List.copyOf(asks);
    }

    Moved(Candidate next, List<ConsentEvent.AboutCandidate> said, List<Ask> asks) {
      this(next, said, asks, Optional.empty());
    }
  }

  /**
   * The input does not fit the state; nothing changes.
   *
   * @param why the sentence that whoever sent it reads
   */
  record NoEffect(String why) implements Decision {}

  /** The input will fit a later state: it came before the news that it follows from. */
  record TooEarly(String why) implements Decision {}
}
