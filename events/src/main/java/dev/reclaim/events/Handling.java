package dev.reclaim.events;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a rule wants its candidates handled; carried by each candidate, so that a later version of
 * the rule does not change what is already under way.
 *
 * @param ask whether anybody is asked first
 * @param campaign the texts; empty for the built-in ones
 * @param answerWithin how long the holder has, then the approver again
 * @param silence what no answer means
 * @param order whether access goes before the seat
 * @param useCancels whether use of the seat proves the rule wrong; not so for a leaver
 */
public record Handling(
    Ask ask,
    Optional<CampaignName> campaign,
    Duration answerWithin,
    Silence silence,
    Order order,
    boolean useCancels) {

  /** Who is asked before anything is taken. */
  public enum Ask {
    /** The holder, then the approver if the holder wants to keep. */
    HOLDER,
    /** Nobody: a leaver, or restricted software. */
    NOBODY
  }

  /** What an unanswered prompt means. */
  public enum Silence {
    RELEASE,
    KEEP,
    ASK_APPROVER
  }

  /** What goes first. */
  public enum Order {
    /** The account is disabled first, then the seat is freed: risk leads. */
    ACCESS_FIRST,
    /** Only the seat is freed: it is about money. */
    SEAT_ONLY
  }

  public Handling {
    Objects.requireNonNull(ask, "handling.ask: is missing");
    Objects.requireNonNull(silence, "handling.silence: is missing");
    Objects.requireNonNull(order, "handling.order: is missing");
    if (answerWithin.isNegative() || answerWithin.isZero()) {
      throw new IllegalArgumentException("handling.answerWithin: must be longer than nothing");
    }
  }
}
