package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import java.time.Instant;
import java.util.Optional;

/**
 * How the looks at one application's group go.
 *
 * @param completeAt when a listing was last read and believed
 * @param members how many seats that one had
 * @param held how many looks in a row were held back
 * @param trouble why the newest look changed nothing, as a sentence; empty when all is well
 */
public record LookState(
    ApplicationId application,
    Instant lookedAt,
    Optional<Instant> completeAt,
    int members,
    int held,
    Optional<String> trouble) {

  LookState believed(Instant now, int listed) {
    return new LookState(application, now, Optional.of(now), listed, 0, Optional.empty());
  }

  LookState held(Instant now, Belief.Held look) {
    return new LookState(
        application, now, completeAt, members, look.looks(), Optional.of(look.reason()));
  }

  LookState unread(Instant now, String why) {
    return new LookState(application, now, completeAt, members, held, Optional.of(why));
  }

  static LookState first(ApplicationId application, Instant now) {
    return new LookState(application, now, Optional.empty(), 0, 0, Optional.empty());
  }
}
