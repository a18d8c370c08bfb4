package dev.reclaim.rules;

import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Replay.Example;
import dev.reclaim.rules.Replay.Period;
import dev.reclaim.rules.Replay.Taken;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs a rule over the past, day by day: who would have been taken, and who of them came back. Each
 * day is a transaction of its own, so a long replay holds up nobody.
 */
public final class ReplayRule {

  private final Replays replays;
  private final InTransaction transaction;
  private final InstantSource clock;

  public ReplayRule(Replays replays, InTransaction transaction, InstantSource clock) {
    this.replays = replays;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Replays.
   *
   * @param atMost how many of the seats are listed; all are counted
   * @throws IllegalArgumentException when the period has not ended yet, naming its end
   */
  public Replay replay(VersionedRule rule, Period period, int atMost) {
    LocalDate today = Words.day(clock.instant());
    if (!period.to().isBefore(today)) {
      throw new IllegalArgumentException("to: is not over yet; the past ends with yesterday");
    }
    long replay = transaction.call(replays::begin);
    try {
      period
          .from()
          .datesUntil(period.to().plusDays(1))
          .forEach(
              day -> transaction.call(() -> replays.take(replay, rule.rule(), Period.endOf(day))));
      Replay.Found found =
          transaction.call(() -> replays.outcome(replay, rule.rule(), period.to(), today));
      return new Replay(rule, period, found, examples(replay, rule.rule(), atMost));
    } finally {
      transaction.call(
          () -> {
            replays.forget(replay);
            return replay;
          });
    }
  }

  private List<Example> examples(long replay, Rule rule, int atMost) {
    return transaction.call(() -> replays.taken(replay, atMost)).stream()
        .collect(Collectors.groupingBy(Taken::day, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .flatMap(of -> transaction.call(() -> judge(of.getKey(), of.getValue(), rule)).stream())
        .toList();
  }

  private List<Example> judge(LocalDate day, List<Taken> taken, Rule rule) {
    Map<SeatId, Taken> bySeat = taken.stream().collect(Collectors.toMap(Taken::seat, each -> each));
    return replays.look(bySeat.keySet(), Period.endOf(day), rule).stream()
        .map(seat -> example(bySeat.get(seat.facts().seat().id()), seat, rule))
        .toList();
  }

  private static Example example(Taken taken, SeatCase seat, Rule rule) {
    SeatFacts facts = seat.facts();
    return new Example(
        taken, new JudgedSeat(facts.seat(), seat.verdict(rule), facts.evidence(rule.reach())));
  }
}
