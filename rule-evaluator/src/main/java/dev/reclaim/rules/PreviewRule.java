package dev.reclaim.rules;

import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges all seats by one rule and changes nothing. */
public final class PreviewRule {

  private static final int PAGE = 500;

  private final CountsVerdicts verdicts;
  private final Seats seats;
  private final InTransaction transaction;
  private final InstantSource clock;

  public PreviewRule(
      CountsVerdicts verdicts, Seats seats, InTransaction transaction, InstantSource clock) {
    this.verdicts = verdicts;
    this.seats = seats;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Judges now. All seats are counted at once; those that are listed are judged each by itself,
   * which gives their sentences and evidence.
   *
   * @param atMost how many seats are listed
   */
  public Preview preview(VersionedRule rule, int atMost) {
    Instant asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CountsVerdicts.Counted counted =
        transaction.call(() -> verdicts.count(rule.rule(), asOf, atMost));
    List<JudgedSeat> judged = new ArrayList<>();
    for (int from = 0; from < counted.named().size(); from += PAGE) {
      List<SeatId> page =
          counted.named().subList(from, Math.min(from + PAGE, counted.named().size()));
      judged.addAll(transaction.call(() -> judge(page, rule.rule(), asOf)));
    }
    judged.sort(
        Comparator.comparing((JudgedSeat seat) -> Preview.Kind.of(seat.verdict()))
            .thenComparing(seat -> seat.seat().id().value()));
    return new Preview(rule, asOf, counted.counts(), counted.pricePerMonth(), judged);
  }

  private List<JudgedSeat> judge(List<SeatId> page, Rule rule, Instant asOf) {
    return seats.look(page, asOf, rule.reach()).stream()
        .map(
            seat ->
                new JudgedSeat(
                    seat.facts().seat(), seat.verdict(rule), seat.facts().evidence(rule.reach())))
        .toList();
  }
}
