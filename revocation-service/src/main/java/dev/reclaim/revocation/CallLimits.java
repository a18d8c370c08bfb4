package dev.reclaim.revocation;

import dev.reclaim.connectors.PublishedLimits;
import dev.reclaim.connectors.PublishedLimits.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How often and how many at a time a system may be called.
 *
 * @param changes every window holds for calls that change something; empty for no limit
 * @param looks as {@code changes}, for calls that only read
 * @param atOnce how many calls may be under way beside each other
 */
public record CallLimits(List<Window> changes, List<Window> looks, int atOnce) {

  public static final CallLimits NONE = new CallLimits(List.of(), List.of(), Integer.MAX_VALUE);

  /** So many calls within any stretch of this length. */
  public record Window(int calls, Duration within) {

    public Window {
      if (calls < 1) {
        throw new IllegalArgumentException("limits.calls: is less than one");
      }
      if (within.isNegative() || within.isZero()) {
        throw new IllegalArgumentException("limits.within: must be longer than nothing");
      }
    }
  }

  /** As a vendor publishes them. */
  static CallLimits of(PublishedLimits published) {
    return new CallLimits(
        windows(published.writes()),
        windows(published.reads()),
        published.concurrent().orElse(Integer.MAX_VALUE));
  }

  private static List<Window> windows(Optional<Rate> rate) {
    return rate.map(one -> new Window(one.calls(), one.window())).stream().toList();
  }

  public CallLimits {
    changes = List.copyOf(changes);
    looks = List.copyOf(looks);
    if (atOnce < 1) {
      throw new IllegalArgumentException("limits.atOnce: is less than one");
    }
  }
}
