package dev.reclaim.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of a source may change before it counts as broken.
 *
 * @param staleAfter silent for longer, a source of use says nothing about who did not use
 * @param shrinkPercent of the seats may vanish from a listing within a day
 * @param leaversPercent of all people may be told to have left within a day
 * @param few as many may always change, whatever share that is
 */
public record SourceLimits(Duration staleAfter, int shrinkPercent, int leaversPercent, int few) {

  public static final SourceLimits DEFAULT = new SourceLimits(Duration.ofDays(3), 20, 20, 10);

  /** How long a wave of leavers is remembered; the readings count the same stretch. */
  public static final Duration WAVE = Duration.ofDays(1);

  public SourceLimits {
    if (staleAfter.isNegative() || staleAfter.isZero()) {
      throw new IllegalArgumentException(
          "reclaim.revocation.sources.stale-after: must be longer than nothing");
    }
    mustBeShare("shrink-percent", shrinkPercent);
    mustBeShare("leavers-percent", leaversPercent);
    if (few < 0) {
      throw new IllegalArgumentException("reclaim.revocation.sources.few: is negative");
    }
  }

  private static void mustBeShare(String key, int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException(
          "reclaim.revocation.sources.%s: is not between 1 and 100".formatted(key));
    }
  }

  /** Why nobody can tell any more who did not use it. */
  Optional<String> stale(SourcesSeen seen, Instant now) {
    return seen.lastRecordAt()
        .filter(last -> last.plus(staleAfter).isBefore(now))
        .map(
            last -> "no source has reported since %s, so nobody knows who used it".formatted(last));
  }

  /** Why the listing of seats cannot be right. */
  Optional<String> shrank(SourcesSeen seen) {
    return tooMany(seen.vanished(), seen.seats(), shrinkPercent)
        ? Optional.of(
            "%d of %d seats vanished from the listing within a day; more than %d %% is no accident"
                .formatted(seen.vanished(), seen.seats(), shrinkPercent))
        : Optional.empty();
  }

  /** Why what HR says cannot be right. */
  Optional<String> leavers(SourcesSeen seen) {
    return tooMany(seen.left(), seen.people(), leaversPercent)
        ? Optional.of(
            "%d of %d people are said to have left within a day; more than %d %% is no accident"
                .formatted(seen.left(), seen.people(), leaversPercent))
        : Optional.empty();
  }

  private boolean tooMany(int changed, int all, int percent) {
    return changed > few && 100L * changed > (long) percent * all;
  }
}
