package dev.reclaim.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many seats a rule may find in one run. What is over the cap is counted and taken by the next
 * run: the longest idle go first, in {@link #LONGEST_IDLE_FIRST}.
 *
 * @param perRun over all applications
 * @param share of the seats of each application, above 0 and at most 1; at least one seat
 * @param coldStart a smaller number for the first runs, since a new rule meets an old backlog
 */
public record Caps(OptionalInt perRun, Optional<BigDecimal> share, Optional<ColdStart> coldStart) {

  public static final Caps NONE = new Caps(OptionalInt.empty(), Optional.empty(), Optional.empty());

  /** Those never used come first, then the longest unused, the longest held, by id. */
  public static final Comparator<SeatFacts> LONGEST_IDLE_FIRST =
      Comparator.comparing((SeatFacts seat) -> seat.use().last().orElse(Instant.MIN))
          .thenComparing(seat -> seat.tenure().since())
          .thenComparing(seat -> seat.seat().id().value());

  public Caps {
    if (perRun.isPresent() && perRun.getAsInt() < 1) {
      throw new IllegalArgumentException("perRun: must be at least 1");
    }
    if (share
        .filter(part -> part.signum() <= 0 || part.compareTo(BigDecimal.ONE) > 0)
        .isPresent()) {
      throw new IllegalArgumentException("share: must be above 0 and at most 1");
    }
  }

  /**
   * A smaller number for the first runs.
   *
   * @param runs how many runs count as the first; those that only observe do not count
   */
  public record ColdStart(int perRun, int runs) {
    public ColdStart {
      if (perRun < 1) {
        throw new IllegalArgumentException("perRun: must be at least 1");
      }
      if (runs < 1) {
        throw new IllegalArgumentException("runs: must be at least 1");
      }
    }
  }

  /**
   * How many seats a run may find in all.
   *
   * @param earlierRuns how often the rule ran before, not counting runs that only observed
   */
  public long inRun(long earlierRuns) {
    long usual = perRun.isPresent() ? perRun.getAsInt() : Long.MAX_VALUE;
    return coldStart
        .filter(cold -> earlierRuns < cold.runs())
        .map(cold -> Math.min(usual, cold.perRun()))
        .orElse(usual);
  }

  /** How many seats of one application a run may find. */
  public long inApplication(long seats) {
    return share
        .map(
            part ->
                Math.max(
                    1,
                    part.multiply(BigDecimal.valueOf(seats))
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact()))
        .orElse(Long.MAX_VALUE);
  }
}
