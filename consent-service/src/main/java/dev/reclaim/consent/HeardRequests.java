package dev.reclaim.consent;

import java.time.Instant;

/** Signed requests that were heard; a second one of the same name is a replay. */
public interface HeardRequests {

  /**
   * Remembers it, for at least as long as its signature is good.
   *
   * @return whether it was not heard before
   */
  boolean isFirst(String id, Instant now);
}
