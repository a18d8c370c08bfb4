package dev.reclaim.rules.rest;

import dev.reclaim.events.Evidence;
import dev.reclaim.events.Money;
import dev.reclaim.events.SeatRef;
import dev.reclaim.rules.JudgedSeat;
import dev.reclaim.rules.Preview;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a rule would find.
 *
 * @param counts seats by verdict, all of them
 * @param pricePerMonth what the reclaimable ones cost, by currency
 * @param seats as many as the limit allows, reclaimable ones first
 */
public record PreviewAnswer(
    String rule,
    int version,
    Instant asOf,
    Map<String, Long> counts,
    List<Money> pricePerMonth,
    List<Seat> seats) {

  /** One seat with the verdict and the evidence behind it. */
  public record Seat(SeatRef seat, String verdict, List<String> sentences, Evidence evidence) {

    static Seat of(JudgedSeat judged) {
      VerdictAnswer verdict = VerdictAnswer.of(judged.verdict());
      return new Seat(judged.seat(), verdict.verdict(), verdict.sentences(), judged.evidence());
    }
  }

  static PreviewAnswer of(Preview preview) {
    return new PreviewAnswer(
        preview.rule().name().value(),
        preview.rule().version(),
        preview.asOf(),
        preview.counts().entrySet().stream()
            .collect(Collectors.toMap(e -> VerdictAnswer.word(e.getKey()), Map.Entry::getValue)),
        preview.pricePerMonth(),
        preview.seats().stream().map(Seat::of).toList());
  }
}
