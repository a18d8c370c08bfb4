package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.NOW;
import static dev.reclaim.rules.ASeat.days;
import static dev.reclaim.rules.ASeat.minutes;
import static dev.reclaim.rules.ASeat.seat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.Handling;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.RuleName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecideSeatTest {

  private static final VersionedRule IDLE =
      rule("idle", new UsedLessThan(Window.ofMinutes(5), Window.ofDays(90)));
  private static final VersionedRule LEAVER = rule("leaver", new HolderLeft());
  private static final List<VersionedRule> BOTH = List.of(LEAVER, IDLE);
  private static final Hold LEGAL =
      new Hold(
          new HoldName("court"),
          HoldPlaced.Kind.LEGAL,
          new Hold.Scope(Optional.of("4711"), Optional.empty()),
          "lawsuit",
          "legal@example.com",
          Optional.empty());

  @Test
  void findsAnIdleSeatWithReasonEvidenceAndHandling() {
    // when
    List<CandidateEvent> decided = decide(idle());
    // then
    CandidateFound found = (CandidateFound) decided.getFirst();
    assertThat(found.candidate())
        .isEqualTo(CandidateId.of(found.seat().id(), new RuleName("idle"), 0));
    assertThat(found.reasons()).extracting("code").containsExactly("usedLessThan");
    assertThat(found.handling().useCancels()).isTrue();
    assertThat(decided).hasSize(1);
  }

  @Test
  void proposesAnIdleSeatOfALeaverUnderBothRulesInTheOrderOfTheirNames() {
    assertThat(decide(idle().holderIs(Holder.Status.LEFT, days(1))))
        .extracting(event -> ((CandidateFound) event).rule().value())
        .containsExactly("idle", "leaver");
  }

  @Test
  void proposesNoSeatTwice() {
    assertThat(decide(idle(), new Proposal.Open(finding(days(3))))).isEmpty();
  }

  @Test
  void aHoldStopsEveryRuleAndWithdraws() {
    assertThat(decide(idle().holderIs(Holder.Status.LEFT, days(1)).under(LEGAL))).isEmpty();
    assertThat(cause(idle().under(LEGAL), new Proposal.Open(finding(days(3)))))
        .isEqualTo(Cause.HOLD_PLACED);
  }

  @Test
  void leaveStopsRulesAboutUse() {
    assertThat(decide(idle().holderIs(Holder.Status.ON_LEAVE, days(1)))).isEmpty();
  }

  @Test
  void useAfterTheFindingWithdrawsHoweverShort() {
    ASeat used = idle().used(days(3).minusSeconds(1), minutes(1));
    assertThat(cause(used, new Proposal.Open(finding(days(3))))).isEqualTo(Cause.USED);
    assertThat(decide(idle().used(days(3), minutes(1)), new Proposal.Open(finding(days(3)))))
        .isEmpty();
  }

  @Test
  void useBeforeTheFindingThatIsReportedLateWithdrawsToo() {
    assertThat(cause(idle().used(days(10), minutes(5)), new Proposal.Open(finding(days(3)))))
        .isEqualTo(Cause.USED);
  }

  @Test
  void aSeatThatIsGoneWithdrawsUnlessItsRevocationIsUnderWay() {
    Proposal.Open open = new Proposal.Open(finding(days(3)));
    assertThat(cause(idle().gone(days(1)), open)).isEqualTo(Cause.SEAT_GONE);
    assertThat(decide(idle().gone(days(1)), open.approved())).isEmpty();
  }

  @Test
  void dataThatWentStaleAndARetiredRuleTakeTheReasonAway() {
    Proposal.Open open = new Proposal.Open(finding(days(3)));
    assertThat(cause(seat().covered(days(100), days(3)), open)).isEqualTo(Cause.REASON_GONE);
    assertThat(DecideSeat.of(aCase(idle(), open), List.of(LEAVER), List.of(LEAVER)))
        .extracting("cause")
        .containsExactly(Cause.REASON_GONE);
  }

  @Test
  void aKeptSeatRestsAndIsFoundAgainInANewEpisode() {
    Proposal.Open open = new Proposal.Open(finding(days(100)));
    assertThat(
            decide(
                idle(),
                open.closed(Outcome.SKIPPED, NOW.minus(days(90)).plusSeconds(1), Optional.empty())))
        .isEmpty();
    assertThat(decide(idle(), open.closed(Outcome.SKIPPED, NOW.minus(days(90)), Optional.empty())))
        .extracting("episode")
        .containsExactly(1);
  }

  @Test
  void aSeatKeptUnderOneRuleIsLeftAloneByEveryRuleAboutUseUntilTheDayThatWasPromised() {
    // given
    Finding other =
        new Finding(
            idle().facts().seat().id(), new RuleName("never-used"), 1, 0, NOW.minus(days(9)), true);
    Proposal.Open asked = new Proposal.Open(other);
    // then
    assertThat(decide(idle(), kept(asked, NOW.plusSeconds(1)))).isEmpty();
    assertThat(decide(idle(), kept(asked, NOW))).hasSize(1);
    assertThat(cause(idle(), kept(asked, NOW.plusSeconds(1)), new Proposal.Open(finding(days(3)))))
        .isEqualTo(Cause.REASON_GONE);
    assertThat(
            decide(idle().holderIs(Holder.Status.LEFT, days(1)), kept(asked, NOW.plusSeconds(1))))
        .extracting(event -> ((CandidateFound) event).rule())
        .containsExactly(LEAVER.name());
  }

  private static Proposal kept(Proposal.Open asked, Instant until) {
    return asked.closed(Outcome.SKIPPED, NOW.minus(days(3)), Optional.of(until));
  }

  @Test
  void aSeatWithdrawnForUseRestsAndOneWithdrawnForAHoldDoesNot() {
    Proposal.Open open = new Proposal.Open(finding(days(20)));
    assertThat(decide(idle(), open.withdrawn(Cause.USED, NOW.minus(days(10))))).isEmpty();
    assertThat(decide(idle(), open.withdrawn(Cause.HOLD_PLACED, NOW.minus(days(10))))).hasSize(1);
  }

  @Test
  void aSeatThatWasTakenBackIsNotFoundAgainBeforeItsSourceSaysSo() {
    Proposal complete =
        new Proposal.Open(finding(days(3))).closed(Outcome.COMPLETE, NOW, Optional.empty());
    assertThat(decide(idle(), complete)).isEmpty();
    assertThat(decide(idle().holderIs(Holder.Status.LEFT, days(5)), complete)).isEmpty();
  }

  @Test
  void aSeatOfAnApplicationThatNobodyDefinedIsNoCandidate() {
    SeatCase undefined = new SeatCase(idle().facts(), Optional.empty(), List.of());
    assertThat(DecideSeat.of(undefined, BOTH, BOTH)).isEmpty();
  }

  private static ASeat idle() {
    return seat().covered(days(100));
  }

  private static Finding finding(Duration ago) {
    return new Finding(idle().facts().seat().id(), IDLE.name(), 1, 0, NOW.minus(ago), true);
  }

  private static List<CandidateEvent> decide(ASeat seat, Proposal... proposals) {
    return DecideSeat.of(aCase(seat, proposals), BOTH, BOTH);
  }

  private static Cause cause(ASeat seat, Proposal... proposals) {
    return ((CandidateWithdrawn) decide(seat, proposals).getFirst()).cause();
  }

  private static SeatCase aCase(ASeat seat, Proposal... proposals) {
    Application tableau =
        new Application(
            new ApplicationId("tableau"),
            new Application.Names("Tableau", List.of()),
            Optional.empty(),
            new Application.Terms(Optional.empty(), Tiers.NONE, Contract.NONE),
            Application.Portfolio.PLAIN,
            new Application.Giving(Optional.empty(), "It.", 30));
    return new SeatCase(seat.facts(), Optional.of(tableau), List.of(proposals));
  }

  private static VersionedRule rule(String name, Condition when) {
    Handling handling =
        new Handling(
            Handling.Mode.ENFORCE,
            new Handling.Asking(
                Handling.Ask.HOLDER,
                Optional.empty(),
                Handling.Term.calendar(days(14)),
                Handling.Silence.KEEP),
            Handling.Approval.ON_KEEP,
            Handling.Taking.of(Handling.Order.SEAT_ONLY),
            Rule.dependsOnUse(when));
    return new VersionedRule(
        new Rule(
            new RuleName(name), name, Set.of(), when, handling, Pace.resting(Window.ofDays(90))),
        1);
  }
}
