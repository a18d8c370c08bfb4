package dev.reclaim.rules;

import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.SeatId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Judges seats and says the outcome, in the caller's transaction. Sweeps, events and operators all
 * come through here.
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
    return judge(which, asOf, policies.rules(), mayPropose, cause);
  }

  /** As above, by rules that were read before. */
  SweepCounts judge(
      Collection<SeatId> which,
      Instant asOf,
      List<VersionedRule> rules,
      Predicate<Rule> mayPropose,
      Cause cause) {
    if (which.isEmpty()) {
      return SweepCounts.NOTHING;
    }
    seats.lock(which);
    List<VersionedRule> proposing = rules.stream().filter(r -> mayPropose.test(r.rule())).toList();
    SweepCounts counts = SweepCounts.NOTHING;
    List<CandidateEvent> said = new ArrayList<>();
    for (SeatCase seat : seats.look(which, asOf, reach(rules))) {
      counts = counts.plusJudged();
      for (CandidateEvent decided : DecideSeat.of(seat, rules, proposing)) {
        if (remembered(decided, seat)) {
          said.add(decided);
          counts = counts.plus(decided);
        }
      }
    }
    outbox.add(said, cause);
    return counts;
  }

  static Window reach(Collection<VersionedRule> rules) {
    return rules.stream()
        .map(versioned -> versioned.rule().reach())
        .reduce(Rule.USUAL, Window::orLonger);
  }

  private boolean remembered(CandidateEvent decided, SeatCase seat) {
    return switch (decided) {
      case CandidateFound found ->
          proposals.add(
              new Proposal.Open(
                  new Finding(
                      found.seat().id(),
                      found.rule(),
                      found.ruleVersion(),
                      found.episode(),
                      found.asOf(),
                      found.handling().useCancels())));
      case CandidateWithdrawn withdrawn -> {
        seat.ongoing().stream()
            .filter(p -> p.finding().candidate().equals(withdrawn.candidate()))
            .map(p -> withdraw(p, withdrawn, seat.facts().asOf()))
            .forEach(proposals::replace);
        yield true;
      }
    };
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
