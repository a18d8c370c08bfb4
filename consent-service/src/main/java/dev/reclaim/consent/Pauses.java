package dev.reclaim.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * Channels that take nothing: until a moment that they named, or until an operator resumes them.
 */
public interface Pauses {

  /** Nothing is claimed for this channel until then; a moment that is earlier has no effect. */
  void rest(Channel channel, Instant until);

  Optional<Instant> restsUntil(Channel channel, Instant now);

  /**
   * It is not used any more until {@link #resume}.
   *
   * @return whether it was in use until now
   */
  boolean stop(Channel channel, Stop stop);

  Optional<Stop> stopOf(Channel channel);

  /**
   * Uses it again.
   *
   * @return whether it was stopped
   */
  boolean resume(Channel channel);

  /**
   * Why a channel is not used.
   *
   * @param why as a sentence for operators
   */
  record Stop(Instant at, String why) {}
}
