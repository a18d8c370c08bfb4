package dev.reclaim.rules;

import dev.reclaim.events.Holder;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * HR says that the holder has left, and the day has come.
 *
 * @param at the time of the last day, where the holder is, from which on it holds; empty for the
 *     moment that HR names, which is the begin of that day. A time that comes twice on the day of a
 *     clock change means the second, one that does not come the moment after the gap.
 */
public record HolderLeft(Optional<LocalTime> at) implements Condition {

  static final String CODE = "holderLeft";

  public HolderLeft() {
    this(Optional.empty());
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    return facts
        .employment()
        .map(employment -> judge(employment, facts))
        .orElseGet(() -> Judgement.notEnoughData(CODE, "HR has said nothing about the holder."));
  }

  private Judgement judge(Employment employment, SeatFacts facts) {
    if (employment.status() != Holder.Status.LEFT) {
      return Judgement.doesNotHold(CODE, "The holder has not left, HR says.");
    }
    ZoneId zone = facts.holder().clock().zone();
    String day =
        facts.holder().clock().day(employment.since()) + at.map(time -> " at " + time).orElse("");
    return moment(employment.since(), zone).isAfter(facts.asOf())
        ? Judgement.doesNotHold(CODE, "The holder will leave on %s, HR says.".formatted(day))
        : Judgement.holds(CODE, "The holder left on %s, HR says.".formatted(day));
  }

  /** From when on a leaver has left. */
  Instant moment(Instant since, ZoneId zone) {
    return at.map(
            time ->
                since
                    .atZone(zone)
                    .toLocalDate()
                    .atTime(time)
                    .atZone(zone)
                    .withLaterOffsetAtOverlap()
                    .toInstant())
        .orElse(since);
  }
}
