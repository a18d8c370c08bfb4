package dev.reclaim.consent;

import dev.reclaim.events.PolicyEvent.HoldPlaced;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The holds that concern a seat now, as far as the policy was heard.
 *
 * @param until when the last of them ends by itself; empty when there is none, or one without an
 *     end
 * @param reason of the one that holds longest
 */
public record KnownHolds(boolean any, Optional<Instant> until, Optional<String> reason) {

  public static final KnownHolds NONE = new KnownHolds(false, Optional.empty(), Optional.empty());

  /** Of those, the ones that are in force. */
  public static KnownHolds of(List<HoldPlaced> holds, Instant now) {
    return holds.stream()
        .filter(hold -> hold.until().map(end -> end.isAfter(now)).orElse(true))
        .max(Comparator.comparing(hold -> hold.until().orElse(Instant.MAX)))
        .map(hold -> new KnownHolds(true, hold.until(), Optional.of(hold.reason())))
        .orElse(NONE);
  }
}
