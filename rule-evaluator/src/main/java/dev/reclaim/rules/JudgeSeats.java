package dev.reclaim.rules;

import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Judges seats one by one and says the outcome, in the caller's transaction. Sweeps, events and
 * operators all come through here.
 */
public final class JudgeSeats {

  private final Seats seats;
  private final Policies policies;
  private final Proposals proposals;
  private final Outbox outbox;

  public JudgeSeats(Seats seats, Policies policies, Proposals proposals, Outbox outbox) {
    this.seats = seats;
    this.policies = policies;
    this.proposals = proposals;
    this.outbox = outbox;
  }

  /** Judges by the rules that stand; only those that {@code mayPropose} fits make new proposals. */
  public SweepCounts judge(
      Collection<SeatId> which, Instant asOf, Predicate<Rule> mayPropose, Cause cause) {
    List<VersionedRule> rules = policies.rules();
    List<VersionedRule> proposing = rules.stream().filter(r -> mayPropose.test(r.rule())).toList();
    List<Decided> decided = judge(which, asOf, rules, _ -> proposing, cause);
    return count(decided).plusJudged(decided.size());
  }

  /**
   * A seat, and what was decided and said about it.
   *
   * @param silent the rules that might have proposed it and did not
   */
  record Decided(SeatCase seat, List<CandidateEvent> events, List<VersionedRule> silent) {

    /** Which rule an event is about. */
    RuleName rule(CandidateEvent event) {
      return switch (event) {
        case CandidateFound found -> found.rule();
        case CandidateWithdrawn withdrawn ->
            seat.proposals().stream()
                .map(Proposal::finding)
                .filter(finding -> finding.candidate().equals(withdrawn.candidate()))
                .map(Finding::rule)
                .findFirst()
                .orElseThrow();
      };
    }
  }

  static SweepCounts count(List<Decided> decided) {
    return decided.stream()
        .flatMap(each -> each.events().stream())
        .reduce(SweepCounts.NOTHING, SweepCounts::plus, SweepCounts::plus);
  }

  /** As above, by rules that were read before, and with those that may propose named by seat. */
  List<Decided> judge(
      Collection<SeatId> which,
      Instant asOf,
      List<VersionedRule> rules,
      Function<SeatId, List<VersionedRule>> proposing,
      Cause cause) {
    if (which.isEmpty()) {
      return List.of();
    }
    seats.lock(which);
    List<Decided> decided =
        seats.look(which, asOf, reach(rules)).stream()
            .map(seat -> decide(seat, rules, proposing.apply(seat.facts().seat().id())))
            .toList();
    List<Decided> remembered = remember(decided);
    outbox.add(remembered.stream().flatMap(each -> each.events().stream()).toList(), cause);
    return remembered;
  }

  private static Decided decide(
      SeatCase seat, List<VersionedRule> rules, List<VersionedRule> proposing) {
    List<CandidateEvent> events = DecideSeat.of(seat, rules, proposing);
    List<VersionedRule> silent =
        proposing.stream()
            .filter(rule -> seat.ongoing(rule.name()).isEmpty())
            .filter(rule -> events.stream().noneMatch(event -> finds(event, rule)))
            .toList();
    return new Decided(seat, events, silent);
  }

  private static boolean finds(CandidateEvent event, VersionedRule rule) {
    return event instanceof CandidateFound found && found.rule().equals(rule.name());
  }

  static Window reach(Collection<VersionedRule> rules) {
    return rules.stream()
        .map(versioned -> versioned.rule().reach())
        .reduce(Rule.USUAL, Window::orLonger);
  }

  /** Leaves out the findings of seats that were proposed meanwhile. */
  private List<Decided> remember(List<Decided> decided) {
    List<Proposal.Open> opened = new ArrayList<>();
    List<Proposal> withdrawn = new ArrayList<>();
    for (Decided each : decided) {
      for (CandidateEvent event : each.events()) {
        switch (event) {
          case CandidateFound found -> opened.add(new Proposal.Open(finding(found)));
          case CandidateWithdrawn why -> withdrawn.addAll(withdrawn(each.seat(), why));
        }
      }
    }
    Set<CandidateId> added = proposals.add(opened);
    proposals.replace(withdrawn);
    return decided.stream()
        .map(
            each ->
                new Decided(
                    each.seat(),
                    each.events().stream()
                        .filter(
                            e -> !(e instanceof CandidateFound) || added.contains(e.candidate()))
                        .toList(),
                    each.silent()))
        .toList();
  }

  private static Finding finding(CandidateFound found) {
    return new Finding(
        found.seat().id(),
        found.rule(),
        found.ruleVersion(),
        found.episode(),
        found.asOf(),
        found.handling().useCancels());
  }

  private static List<Proposal> withdrawn(SeatCase seat, CandidateWithdrawn why) {
    return seat.ongoing().stream()
        .filter(proposal -> proposal.finding().candidate().equals(why.candidate()))
        .map(proposal -> withdraw(proposal, why, seat.facts().asOf()))
        .toList();
  }

  private static Proposal withdraw(Proposal proposal, CandidateWithdrawn why, Instant at) {
    return switch (proposal) {
      case Proposal.Open open -> open.withdrawn(why.cause(), at);
      case Proposal.Approved approved -> approved.withdrawn(why.cause(), at);
      case Proposal.Withdrawn over -> over;
      case Proposal.Closed over -> over;
    };
  }
}
