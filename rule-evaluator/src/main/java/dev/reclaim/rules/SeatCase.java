package dev.reclaim.rules;

import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.Money;
import dev.reclaim.events.RuleName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A seat with all that was ever proposed about it.
 *
 * @param application empty when nobody defined it, or it is retired
 */
public record SeatCase(
    SeatFacts facts, Optional<Application> application, List<Proposal> proposals) {

  public SeatCase {
    proposals = List.copyOf(proposals);
  }

  /** What the rule says of the seat now, its earlier findings considered. */
  public Verdict verdict(Rule rule) {
    if (application.isEmpty()) {
      return Verdict.no(
          "No policy defines the application %s.".formatted(facts.seat().application()));
    }
    if (takenBackUnseen()) {
      return Verdict.no("The seat was taken back; its source has not said so yet.");
    }
    return restingUntil(rule)
        .map(
            until ->
                Verdict.no(
                    "The holder kept or used it; the rule looks again from %s."
                        .formatted(Words.day(until))))
        .or(() -> keptUntil(rule).map(SeatCase::kept))
        .orElseGet(() -> rule.judge(facts));
  }

  private static Verdict kept(Instant until) {
    return Verdict.no(
        "It was kept when another rule asked; no rule about use looks again before %s."
            .formatted(Words.day(until)));
  }

  /** What the seat costs in a month, where anybody said so. */
  public Optional<Money> pricePerMonth() {
    return application.flatMap(known -> known.pricePerMonth(facts.seat().tier()));
  }

  /** What a rule would save in a month: of a downgrade, by how much the lower tier costs less. */
  public Optional<Money> savingPerMonth(Rule rule) {
    Optional<String> lower = rule.handlingOf(facts).taking().toTier();
    if (lower.isEmpty()) {
      return pricePerMonth();
    }
    return application
        .flatMap(known -> known.pricePerMonth(lower.get()))
        .flatMap(left -> pricePerMonth().flatMap(price -> difference(price, left)));
  }

  private static Optional<Money> difference(Money price, Money left) {
    boolean comparable =
        price.currency().equals(left.currency()) && price.amount().compareTo(left.amount()) >= 0;
    return comparable
        ? Optional.of(new Money(price.amount().subtract(left.amount()), price.currency()))
        : Optional.empty();
  }

  /** The one proposal of a rule that is not over, if there is one. */
  public Optional<Proposal> ongoing(RuleName rule) {
    return ongoing().stream().filter(p -> p.finding().rule().equals(rule)).findFirst();
  }

  public List<Proposal> ongoing() {
    return proposals.stream().filter(Proposal::ongoing).toList();
  }

  /** How often a rule has found this seat. */
  public int episodes(RuleName rule) {
    return Math.toIntExact(proposals.stream().filter(p -> p.finding().rule().equals(rule)).count());
  }

  private Optional<Instant> restingUntil(Rule rule) {
    return proposals.stream()
        .filter(p -> p.finding().rule().equals(rule.name()))
        .flatMap(p -> p.restsFrom().stream())
        .map(rule.pace().rest()::after)
        .filter(facts.asOf()::isBefore)
        .max(Instant::compareTo);
  }

  /** Keep answers every rule about use, whichever of them asked; of the rest it says nothing. */
  private Optional<Instant> keptUntil(Rule rule) {
    return proposals.stream()
        .flatMap(p -> p.keptUntil().stream())
        .filter(_ -> rule.handling().useCancels())
        .filter(facts.asOf()::isBefore)
        .max(Instant::compareTo);
  }

  /** A candidate was completed, and no news of the seat is newer than its finding. */
  private boolean takenBackUnseen() {
    return proposals.stream()
        .filter(p -> p instanceof Proposal.Closed closed && closed.outcome() == Outcome.COMPLETE)
        .map(p -> p.finding().asOf())
        .anyMatch(found -> facts.tenure().goneAt().filter(gone -> !gone.isBefore(found)).isEmpty());
  }
}
