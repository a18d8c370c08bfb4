package dev.reclaim.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * How the sources behind an order have behaved.
 *
 * @param lastRecordAt the newest record of any source that reports use of the application; empty
 *     where none does
 * @param vanished seats of the application that went away within a day without our doing
 * @param seats seats of the application at the beginning of that day
 * @param left people of whom we heard within a day that they have left
 * @param people all people that HR has told us of
 */
public record SourcesSeen(
    Optional<Instant> lastRecordAt, int vanished, int seats, int left, int people) {

  public static final SourcesSeen NOTHING = new SourcesSeen(Optional.empty(), 0, 0, 0, 0);
}
