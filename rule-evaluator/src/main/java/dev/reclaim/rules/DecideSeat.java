package dev.reclaim.rules;

import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides what to propose about a seat, and what to take back. Pure: the same case and rules give
 * the same answer, in the order of the rules' names.
 */
final class DecideSeat {

  private DecideSeat() {}

  /**
   * @param rules all that stand; an ongoing proposal of any other rule is withdrawn
   * @param finding those that may propose, as far as their mode and blackouts let them
   */
  static List<CandidateEvent> of(
      SeatCase seat, Collection<VersionedRule> rules, Collection<VersionedRule> finding) {
    List<CandidateEvent> decided = new ArrayList<>();
    for (Proposal proposal : seat.ongoing()) {
      Optional<Rule> rule =
          rules.stream()
              .map(VersionedRule::rule)
              .filter(each -> each.name().equals(proposal.finding().rule()))
              .findFirst();
      withdrawal(seat, proposal, rule).ifPresent(decided::add);
    }
    finding.stream()
        .sorted(Comparator.comparing(rule -> rule.name().value()))
        .filter(rule -> rule.rule().mayProposeAt(seat.facts().asOf()))
        .filter(rule -> seat.ongoing(rule.name()).isEmpty())
        .flatMap(rule -> found(seat, rule).stream())
        .forEach(decided::add);
    return decided;
  }

  private static Optional<CandidateFound> found(SeatCase seat, VersionedRule versioned) {
    Rule rule = versioned.rule();
    if (!(seat.verdict(rule) instanceof Verdict.Reclaimable yes)) {
      return Optional.empty();
    }
    SeatFacts facts = seat.facts();
    Finding finding =
        new Finding(
            facts.seat().id(),
            rule.name(),
            versioned.version(),
            seat.episodes(rule.name()),
            facts.asOf(),
            rule.handling().useCancels());
    return Optional.of(
        new CandidateFound(
            finding.candidate(),
            facts.seat(),
            rule.name(),
            versioned.version(),
            finding.episode(),
            yes.reasons(),
            facts.evidence(rule.reach()),
            rule.handlingOf(facts),
            seat.pricePerMonth(),
            facts.asOf()));
  }

  private static Optional<CandidateWithdrawn> withdrawal(
      SeatCase seat, Proposal proposal, Optional<Rule> rule) {
    SeatFacts facts = seat.facts();
    Finding finding = proposal.finding();
    Evidence evidence = facts.evidence(rule.map(Rule::reach).orElse(Rule.USUAL));
    return why(seat, proposal, rule, evidence)
        .map(
            no ->
                new CandidateWithdrawn(
                    finding.candidate(), facts.seat().holder(), no.cause(), no.why(), evidence));
  }

  private record No(Cause cause, String why) {}

  private static Optional<No> why(
      SeatCase seat, Proposal proposal, Optional<Rule> rule, Evidence evidence) {
    SeatFacts facts = seat.facts();
    Finding finding = proposal.finding();
    if (!facts.tenure().present()) {
      return proposal instanceof Proposal.Approved
          ? Optional.empty()
          : Optional.of(new No(Cause.SEAT_GONE, "The seat is there no more."));
    }
    if (!facts.holds().isEmpty()) {
      return Optional.of(new No(Cause.HOLD_PLACED, facts.holds().getFirst().sentence()));
    }
    if (finding.useCancels() && facts.usedAfter(finding.asOf())) {
      return Optional.of(
          new No(
              Cause.USED, "Used at %s, after it was found.".formatted(facts.use().last().get())));
    }
    if (rule.isEmpty()) {
      return Optional.of(
          new No(Cause.REASON_GONE, "The rule %s is retired.".formatted(finding.rule())));
    }
    if (rule.get().handling().mode() == Handling.Mode.OBSERVE) {
      return Optional.of(
          new No(Cause.REASON_GONE, "The rule %s only observes now.".formatted(finding.rule())));
    }
    return switch (seat.verdict(rule.get())) {
      case Verdict.Reclaimable _ -> Optional.empty();
      case Verdict.NotReclaimable no -> Optional.of(reasonGone(finding, evidence, no.sentences()));
      case Verdict.NotEnoughData no ->
          Optional.of(new No(Cause.REASON_GONE, String.join(" ", no.missing())));
    };
  }

  /** Use that the rule counts, though it lies before the finding: a record that came late. */
  private static No reasonGone(Finding finding, Evidence evidence, List<String> sentences) {
    boolean used = finding.useCancels() && evidence instanceof Evidence.Used;
    return new No(used ? Cause.USED : Cause.REASON_GONE, String.join(" ", sentences));
  }
}
