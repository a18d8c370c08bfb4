package dev.reclaim.rules;

import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the seats that the statements of a sweep found once more, each by itself: this gives the
 * sentences and the evidence, and proves that both agree.
 */
public final class JudgeFoundSeats {

  private final JudgeSeats judge;
  private final Sweeps sweeps;
  private final NoticesDisagreement notices;

  public JudgeFoundSeats(JudgeSeats judge, Sweeps sweeps, NoticesDisagreement notices) {
    this.judge = judge;
    this.sweeps = sweeps;
    this.notices = notices;
  }

  /** In the caller's transaction; gives what each rule did. */
  Map<RuleName, SweepCounts> judge(
      List<FoundSeat> found, Instant asOf, List<VersionedRule> rules, Cause cause) {
    Map<SeatId, List<VersionedRule>> proposing =
        found.stream()
            .collect(
                Collectors.toMap(
                    FoundSeat::seat,
                    seat ->
                        rules.stream().filter(r -> seat.proposing().contains(r.name())).toList()));
    List<JudgeSeats.Decided> decided =
        judge.judge(proposing.keySet(), asOf, rules, proposing::get, cause);
    Map<RuleName, SweepCounts> counts = new HashMap<>();
    for (JudgeSeats.Decided each : decided) {
      for (CandidateEvent event : each.events()) {
        counts.merge(each.rule(event), SweepCounts.NOTHING.plus(event), SweepCounts::plus);
      }
    }
    compare(decided, asOf)
        .forEach(
            (rule, seats) ->
                counts.merge(
                    rule, SweepCounts.NOTHING.plusDisagreed(seats.size()), SweepCounts::plus));
    return counts;
  }

  /**
   * What is known of a seat may have changed since its rule's statement ran, so whoever is not
   * proposed is asked about again: only a statement that still finds it disagrees.
   */
  private Map<RuleName, Set<SeatId>> compare(List<JudgeSeats.Decided> decided, Instant asOf) {
    Map<VersionedRule, Collection<SeatId>> silent = new HashMap<>();
    for (JudgeSeats.Decided each : decided) {
      for (VersionedRule rule : each.silent()) {
        silent.computeIfAbsent(rule, _ -> new ArrayList<>()).add(each.seat().facts().seat().id());
      }
    }
    Map<RuleName, Set<SeatId>> disagreeing = new HashMap<>();
    silent.forEach(
        (rule, seats) -> {
          Set<SeatId> still = sweeps.reclaimable(rule.rule(), seats, asOf);
          still.forEach(seat -> notices.notice(seat, rule.name(), asOf));
          disagreeing.put(rule.name(), still);
        });
    return disagreeing;
  }
}
