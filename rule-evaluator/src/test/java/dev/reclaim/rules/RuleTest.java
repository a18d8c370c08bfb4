package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.NOW;
import static dev.reclaim.rules.ASeat.days;
import static dev.reclaim.rules.ASeat.seat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.SeatAction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How far a rule goes, and what stands above every rule. */
class RuleTest {

  private static final Window REST = Window.ofDays(90);
  private static final Condition UNUSED = new UnusedFor(Window.ofDays(60));
  private static final Blackout TODAY =
      new Blackout(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 22), ZoneOffset.UTC);

  private static final Application ANY =
      new Application(
          new ApplicationId("tableau"),
          new Application.Names("Tableau", List.of()),
          Optional.empty(),
          new Application.Terms(Optional.empty(), Tiers.NONE, Contract.NONE),
          Application.Portfolio.PLAIN,
          new Application.Giving(Optional.empty(), "It.", 30));

  @Test
  void aRuleThatObservesFindsNothingThatAnybodyHearsOf() {
    assertThat(decide(idle(), rule(Handling.Mode.OBSERVE))).isEmpty();
    assertThat(decide(idle(), rule(Handling.Mode.ASK))).hasSize(1);
    assertThat(decide(idle(), rule(Handling.Mode.ENFORCE))).hasSize(1);
  }

  @Test
  void backToObserveWithdrawsWhatIsOpen() {
    // when
    List<CandidateEvent> decided = decide(idle(), rule(Handling.Mode.OBSERVE), open());
    // then
    assertThat(decided)
        .singleElement()
        .isInstanceOfSatisfying(
            CandidateWithdrawn.class,
            withdrawn -> {
              assertThat(withdrawn.cause()).isEqualTo(CandidateWithdrawn.Cause.REASON_GONE);
              assertThat(withdrawn.why()).isEqualTo("The rule idle only observes now.");
            });
  }

  @Test
  void duringABlackoutNothingIsFoundAndWhatLostItsReasonIsWithdrawn() {
    // given
    Rule blackedOut =
        ARule.that(
            "idle",
            UNUSED,
            Handling.Mode.ENFORCE,
            new Pace(REST, Optional.empty(), Set.of(), List.of(TODAY), Caps.NONE));
    // then
    assertThat(decide(idle(), blackedOut)).isEmpty();
    assertThat(decide(idle().asOf(NOW.plus(days(1))), blackedOut)).hasSize(1);
    assertThat(decide(idle(), blackedOut, open())).isEmpty();
    assertThat(decide(seat(), blackedOut, open())).hasSize(1);
  }

  @Test
  void noRuleTouchesTheSeatOfSomebodyOnLeave() {
    for (Condition when : List.of(UNUSED, new HolderOnLeave(), new AccountDisabled())) {
      ASeat away = idle().holderIs(Holder.Status.ON_LEAVE, days(0));
      away.holder().accountEnabled(false);
      assertThat(ARule.that(when).judge(away.facts()).sentences())
          .containsExactly("The holder is on leave, HR says.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void noRuleTouchesASeatUnderAHoldOfAnyKind(HoldPlaced.Kind kind) {
    // given
    Hold hold =
        new Hold(
            new HoldName("hold"),
            kind,
            new Hold.Scope(Optional.of("4711"), Optional.empty()),
            "because",
            "legal@example.com",
            Optional.of(NOW.plusSeconds(1)));
    // then
    assertThat(ARule.that(UNUSED).judge(idle().under(hold).facts()))
        .isInstanceOf(Verdict.NotReclaimable.class);
  }

  @Test
  void theSeatOfAnAccountThatNobodyIsKnownByIsNeverUnused() {
    // given
    SeatFacts facts = idle().ofNobodyKnown().facts();
    // then
    for (Condition when :
        List.of(
            UNUSED,
            new UsedLessThan(Window.ofMinutes(5), REST),
            new UsedLessThan(new UsedLessThan.Opens(3), REST),
            new NeverUsed())) {
      assertThat(ARule.that(when).judge(facts)).isInstanceOf(Verdict.NotEnoughData.class);
    }
    assertThat(facts.evidence(REST)).isInstanceOf(Evidence.Unknown.class);
  }

  @Test
  void aLeaveLastsUntilWhatHrAnnouncedForLaterBegins() {
    for (Holder.Status next : List.of(Holder.Status.ACTIVE, Holder.Status.LEFT)) {
      for (Condition when : List.of(UNUSED, new AccountDisabled())) {
        ASeat away = idle().holderIs(next, days(-10));
        away.holder().accountEnabled(false).away(NOW.minus(days(30)), NOW.plus(days(10)));
        assertThat(ARule.that(when).judge(away.facts()).sentences())
            .containsExactly("The holder is on leave, HR says.");
        assertThat(new HolderOnLeave().judge(away.facts())).isInstanceOf(Judgement.Holds.class);
      }
    }
    ASeat back = idle().holderIs(Holder.Status.ACTIVE, days(0));
    back.holder().away(NOW.minus(days(30)), NOW);
    assertThat(new HolderOnLeave().judge(back.facts())).isInstanceOf(Judgement.DoesNotHold.class);
  }

  @Test
  void aDowngradeLeavesTheCheapestTierThatWouldDoUnlessTheRuleNamesOne() {
    // given
    ASeat seat =
        idle()
            .above("Explorer", Optional.of(Set.of("view", "comment")))
            .above("Viewer", Optional.of(Set.of("view")))
            .usedWith(NOW.minus(days(3)), Set.of("view"));
    // then
    assertThat(toTier(seat, Optional.empty())).hasValue("Viewer");
    assertThat(toTier(seat, Optional.of("Explorer"))).hasValue("Explorer");
    assertThat(toTier(seat.usedWith(NOW.minus(days(2)), Set.of("comment")), Optional.empty()))
        .hasValue("Explorer");
  }

  private static Optional<String> toTier(ASeat seat, Optional<String> named) {
    Rule plain = ARule.that(new CheaperTierWouldDo(REST));
    Handling.Taking downgrade =
        new Handling.Taking(Handling.Order.SEAT_ONLY, Optional.of(SeatAction.DOWNGRADE), named);
    Rule rule =
        new Rule(
            plain.name(),
            plain.title(),
            plain.applications(),
            plain.when(),
            new Handling(
                Handling.Mode.ENFORCE,
                plain.handling().asking(),
                plain.handling().approval(),
                downgrade,
                false),
            plain.pace());
    return rule.handlingOf(seat.facts()).taking().toTier();
  }

  private static ASeat idle() {
    return seat().covered(days(100));
  }

  private static Rule rule(Handling.Mode mode) {
    return ARule.that("idle", UNUSED, mode, Pace.resting(REST));
  }

  private static Proposal open() {
    Rule rule = rule(Handling.Mode.ENFORCE);
    return new Proposal.Open(
        new Finding(idle().ref().id(), rule.name(), 1, 0, NOW.minus(days(3)), true));
  }

  private static List<CandidateEvent> decide(ASeat seat, Rule rule, Proposal... proposals) {
    VersionedRule versioned = new VersionedRule(rule, 1);
    return DecideSeat.of(
        new SeatCase(seat.facts(), Optional.of(ANY), List.of(proposals)),
        List.of(versioned),
        List.of(versioned));
  }
}
