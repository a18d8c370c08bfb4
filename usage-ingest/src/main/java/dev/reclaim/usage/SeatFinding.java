package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import java.util.Optional;

/**
 * A seat, whose it is as far as known now, and whose it was when it was last published.
 *
 * @param changed its own content changed since
 */
public record SeatFinding(
    SeatRow row, Optional<Owner> now, Optional<Owner> published, boolean changed) {

  /** Whose seat it is, and of what. */
  public record Owner(HolderId holder, ApplicationId application) {}
}
