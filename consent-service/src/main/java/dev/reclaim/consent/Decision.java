package dev.reclaim.consent;

import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.List;

/** What follows from an input. */
public sealed interface Decision {

  /** Whom a question goes to. */
  enum Kind {
    HOLDER,
    APPROVER
  }

  /** A question that must reach somebody. */
  record Ask(PromptId prompt, Kind kind, HolderId asked, Instant until) {}

  /** It moves on. */
  record Moved(Candidate next, List<ConsentEvent> said, List<Ask> asks) implements Decision {

    public Moved {
      said = List.copyOf(said);
      asks = List.copyOf(asks);
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
