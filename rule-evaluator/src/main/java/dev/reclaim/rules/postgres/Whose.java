package dev.reclaim.rules.postgres;

import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whose seats a statement looks at. Seats of one holder are judged beside each other, so it is
 * always all of a holder's.
 */
sealed interface Whose {

  Whose EVERYBODY = new Everybody();

  /** A predicate over a column with the ids of holders. */
  Fragment has(Fragment holder);

  /** All holders. */
  record Everybody() implements Whose {
    @Override
    public Fragment has(Fragment holder) {
      return Fragment.of("true");
    }
  }

  /** Those of some seats. */
  record HoldersOf(Collection<SeatId> seats) implements Whose {
    @Override
    public Fragment has(Fragment holder) {
      return Fragment.of("? IN (SELECT holder FROM seat WHERE id = ANY(?))", holder, seats);
    }
  }

  /**
   * Those whose hash falls into a part of all 64-bit numbers. Written as a range, of which the
   * planner expects more than of the one remainder of a division.
   */
  record InSlice(Slice slice) implements Whose {

    @Override
    public Fragment has(Fragment holder) {
      List<Fragment> sides = new ArrayList<>();
      sides.add(Fragment.of("true"));
      if (slice.number() > 0) {
        sides.add(
            Fragment.of("hashtextextended(?, 0) >= ?::bigint", holder, begin(slice.number())));
      }
      if (slice.number() + 1 < slice.of()) {
        sides.add(
            Fragment.of("hashtextextended(?, 0) < ?::bigint", holder, begin(slice.number() + 1)));
      }
      return Fragment.joined(" AND ", sides);
    }

    private long begin(int number) {
      return Long.MIN_VALUE + number * (Long.MAX_VALUE / slice.of() * 2);
    }
  }
}
