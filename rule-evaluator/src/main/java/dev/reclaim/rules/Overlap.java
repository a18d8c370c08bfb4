package dev.reclaim.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The holder has another seat of the same suite or purpose, and uses that one more. More is: on
 * more days within the window, then for a longer measured time, then the one whose id is first; so
 * of several seats all but one can be given up, and everybody agrees which.
 */
public record Overlap(Window within) implements Condition {

  static final String CODE = "overlap";

  /** How much one of the seats was used. */
  private record Amount(Rival rival, Use use, boolean known) {}

  @Override
  public Optional<Window> looksBackAtUse() {
    return Optional.of(within);
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    Span span = facts.back(within);
    List<Rival> rivals = facts.elsewhere().rivals();
    if (rivals.isEmpty()) {
      return Judgement.doesNotHold(
          CODE, "The holder has no other seat of the same suite or purpose.");
    }
    if (facts.tenure().since().isAfter(span.start())) {
      return Judgement.doubtful(CODE, facts.tenure().youngerThan(span));
    }
    return facts
        .whyUnknown(span.start())
        .map(why -> Judgement.notEnoughData(CODE, why))
        .orElseGet(() -> compare(facts, span));
  }

  private static Judgement compare(SeatFacts facts, Span span) {
    Use own = facts.use().within(span);
    List<Amount> others =
        facts.elsewhere().rivals().stream()
            .map(rival -> amount(rival, facts, span))
            .sorted(Comparator.comparing(amount -> amount.rival().seat().id().value()))
            .toList();
    Optional<Amount> preferred =
        others.stream()
            .filter(Amount::known)
            .filter(amount -> isMore(amount, own, facts))
            .findFirst();
    if (preferred.isPresent()) {
      return Judgement.holds(CODE, sentence(preferred.get(), own, span));
    }
    return others.stream()
        .filter(amount -> !amount.known())
        .findFirst()
        .map(
            unknown ->
                Judgement.notEnoughData(
                    CODE, "How much %s is used is not known.".formatted(unknown.rival().title())))
        .orElseGet(
            () ->
                Judgement.doesNotHold(
                    CODE, "Of the seats of the same suite or purpose it is the most used."));
  }

  private static Amount amount(Rival rival, SeatFacts facts, Span span) {
    return new Amount(
        rival,
        rival.use().within(span),
        Coverage.whyUnknown(rival.use().coverage(), span.start(), facts.asOf()).isEmpty());
  }

  private static boolean isMore(Amount other, Use own, SeatFacts facts) {
    int days = Integer.compare(other.use().days().size(), own.days().size());
    int time = other.use().measured().compareTo(own.measured());
    int order = facts.seat().id().value().compareTo(other.rival().seat().id().value());
    return (days != 0 ? days : time != 0 ? time : order) > 0;
  }

  private static String sentence(Amount other, Use own, Span span) {
    return "The holder has %s too, of %s, and uses that more: on %d days against %d in %s."
        .formatted(
            other.rival().title(),
            other.rival().shared(),
            other.use().days().size(),
            own.days().size(),
            span.words());
  }
}
