package dev.reclaim.events;

import dev.reclaim.events.PolicyEvent.SeatAction;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a rule wants its candidates handled; carried by each candidate, so that a later version of
 * the rule does not change what is already under way.
 *
 * @param asking whether and how the holder is asked
 * @param approval when somebody else has to agree
 * @param taking how the seat is taken
 * @param useCancels whether use of the seat proves the rule wrong; not so for a leaver
 */
public record Handling(
    Mode mode, Asking asking, Approval approval, Taking taking, boolean useCancels) {

  /** How far a rule may go. */
  public enum Mode {
    /** It finds and counts, and nobody hears of it. */
    OBSERVE,
    /** People are asked, and only what a person said takes a seat: silence never does. */
    ASK,
    /** As the rule says. */
    ENFORCE
  }

  /**
   * How the holder is asked.
   *
   * @param campaign the texts; empty for the built-in ones
   * @param answerWithin how long the holder has, then the approver again
   * @param silence what no answer means
   */
  public record Asking(
      Ask ask, Optional<CampaignName> campaign, Term answerWithin, Silence silence) {

    public Asking {
      Objects.requireNonNull(ask, "handling.asking.ask: is missing");
      Objects.requireNonNull(answerWithin, "handling.asking.answerWithin: is missing");
      Objects.requireNonNull(silence, "handling.asking.silence: is missing");
    }
  }

  /** Who is asked before anything is taken. */
  public enum Ask {
    /** The holder, then the approver if the holder wants to keep. */
    HOLDER,
    /** Nobody: a leaver, or restricted software. */
    NOBODY
  }

  /**
   * A time in which to answer.
   *
   * @param length whole days when business days are counted
   */
  public record Term(Duration length, Counting counting) {

    /** What a day of a term is. */
    public enum Counting {
      /** 24 hours. */
      CALENDAR,
      /** A working day of the person who is asked, in that person's time zone. */
      BUSINESS_DAYS
    }

    public Term {
      Objects.requireNonNull(counting, "handling.asking.answerWithin.counting: is missing");
      if (length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException(
            "handling.asking.answerWithin: must be longer than nothing");
      }
      if (counting == Counting.BUSINESS_DAYS && !length.equals(Duration.ofDays(length.toDays()))) {
        throw new IllegalArgumentException(
            "handling.asking.answerWithin: business days are whole days");
      }
    }

    public static Term calendar(Duration length) {
      return new Term(length, Counting.CALENDAR);
    }

    public static Term businessDays(int days) {
      return new Term(Duration.ofDays(days), Counting.BUSINESS_DAYS);
    }
  }

  /** What an unanswered prompt means. */
  public enum Silence {
    RELEASE,
    KEEP,
    ASK_APPROVER,
    /** The candidate waits for an operator. */
    PARK
  }

  /** When somebody else than the holder has to agree. */
  public enum Approval {
    /** When the holder wants to keep: the approver's word decides. */
    ON_KEEP,
    /** Before anything is taken, whatever the holder said, and on a Keep. */
    ALWAYS,
    /** Never: a Keep stands. */
    NEVER
  }

  /**
   * How the seat is taken.
   *
   * @param action how it is freed; empty for what the application says
   * @param toTier what a downgrade leaves
   */
  public record Taking(Order order, Optional<SeatAction> action, Optional<String> toTier) {

    public Taking {
      Objects.requireNonNull(order, "handling.taking.order: is missing");
    }

    public static Taking of(Order order) {
      return new Taking(order, Optional.empty(), Optional.empty());
    }
  }

  /** What goes first. */
  public enum Order {
    /** The account is disabled first, then the seat is freed: risk leads. */
    ACCESS_FIRST,
    /** Only the seat is freed: it is about money. */
    SEAT_ONLY,
    /** The seat is freed once the replacement is active. */
    AFTER_REPLACEMENT
  }

  public Handling {
    Objects.requireNonNull(mode, "handling.mode: is missing");
    Objects.requireNonNull(asking, "handling.asking: is missing");
    Objects.requireNonNull(approval, "handling.approval: is missing");
    Objects.requireNonNull(taking, "handling.taking: is missing");
  }
}
