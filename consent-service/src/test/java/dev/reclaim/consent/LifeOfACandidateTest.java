package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.askingNobody;
import static dev.reclaim.consent.Story.campaign;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.restricted;
import static dev.reclaim.consent.Story.robot;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.under;
import static dev.reclaim.consent.Story.with;
import static dev.reclaim.consent.Story.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.AttentionRequired.Trouble;
import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.ConsentEvent.CandidateClosed;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Handling.Approval;
import dev.reclaim.events.Handling.Mode;
import dev.reclaim.events.Handling.Silence;
import dev.reclaim.events.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the field, one by one. */
class LifeOfACandidateTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Holder olga = person("Olga");
  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Company company =
      Company.of(mari, john, olga).having(tableau(Optional.of("olga"), true));

  private Talk begun(Handling handling) {
    return Talk.begun(company, found(john, handling));
  }

  private Talk begun(Mode mode, Approval approval, Silence silence) {
    return begun(with(asking(silence), mode, approval));
  }

  private static Talk late(Talk talk) {
    talk.after(WEEK).hear(new Input.DeadlinePassed());
    return talk;
  }

  private static List<String> grounds(Talk talk) {
    return ((RevocationApproved) talk.said.getLast())
        .justification().stream().map(it -> it.code()).toList();
  }

  @Test
  void restrictedSoftwareGoesStraightToRevocationWithThatJustification() {
    // given
    company.having(restricted(tableau(Optional.empty(), true)));
    // when
    Talk talk = begun(asking(Silence.KEEP));
    // then
    assertThat(talk.heard()).containsExactly("CandidateReady", "RevocationApproved");
    assertThat(grounds(talk)).containsExactly("idle", "restricted");
    assertThat(talk.asks).isEmpty();
  }

  @Test
  void aRuleThatAsksAndNobodyToBeAskedWaitsForAnOperator() {
    // when
    Talk talk = begun(with(askingNobody(true), Mode.ASK, Approval.ON_KEEP));
    // then
    assertThat(talk.state()).isInstanceOf(Ready.class);
    assertThat(talk.hear(new Input.HolderChanged(john.id(), Holder.Status.ACTIVE)))
        .isInstanceOf(Decision.NoEffect.class);
    assertThat(talk.after(WEEK).hear(new Input.DeadlinePassed()))
        .isInstanceOf(Decision.NoEffect.class);
    // when
    talk.hear(new Input.Reclaim("op"));
    // then
    assertThat(((AwaitingRevocation) talk.state()).decided()).isEqualTo(Decided.OPERATOR);
    assertThat(grounds(talk)).containsExactly("idle", "operator");
  }

  @ParameterizedTest
  @EnumSource(Silence.class)
  void silenceTakesNothingUnderARuleThatOnlyAsks(Silence silence) {
    assertThat(late(begun(Mode.ASK, Approval.ON_KEEP, silence)).state())
        .isNotInstanceOf(AwaitingRevocation.class);
  }

  @Test
  void whatAPersonSaysTakesASeatUnderARuleThatOnlyAsks() {
    // given
    Talk talk = begun(Mode.ASK, Approval.ON_KEEP, Silence.KEEP);
    // when
    talk.holderSays(Answer.RELEASE);
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingRevocation.class);
  }

  @Test
  void aRuleThatObservesAsksNobodyWhateverAnOperatorDoes() {
    // given
    Talk talk = begun(Mode.OBSERVE, Approval.ON_KEEP, Silence.RELEASE);
    // then
    assertThat(talk.hear(new Input.Reclaim("op"))).isInstanceOf(Decision.NoEffect.class);
    assertThat(talk.asks).isEmpty();
    assertThat(talk.state()).isInstanceOf(Ready.class);
  }

  @Test
  void aKeepStandsWhereNobodyHasToAgree() {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.NEVER, Silence.RELEASE);
    // when
    talk.holderSays(Answer.KEEP);
    // then
    assertThat(talk.state())
        .isInstanceOfSatisfying(
            ClosedSkipped.class,
            it -> {
              assertThat(it.cause()).isEqualTo(ClosedSkipped.Cause.KEPT);
              assertThat(it.restsUntil()).hasValue(MONDAY.plus(Duration.ofDays(90)));
            });
    assertThat(((CandidateClosed) talk.said.getLast()).restsUntil())
        .hasValue(MONDAY.plus(Duration.ofDays(90)));
  }

  @Test
  void theApproverAgreesFirstWhereTheRuleWantsIt() {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ALWAYS, Silence.RELEASE);
    // when
    talk.holderSays(Answer.RELEASE);
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingApproval.class);
    // when
    talk.approverSays(Answer.RELEASE);
    // then
    assertThat(((AwaitingRevocation) talk.state()).decider()).hasValue(mari.id());
  }

  @Test
  void theApproverAgreesFirstAlsoWhenNobodyElseIsAskedOrSilenceSpoke() {
    assertThat(begun(with(askingNobody(true), Mode.ENFORCE, Approval.ALWAYS)).state())
        .isInstanceOf(AwaitingApproval.class);
    assertThat(late(begun(Mode.ENFORCE, Approval.ALWAYS, Silence.RELEASE)).state())
        .isInstanceOf(AwaitingApproval.class);
  }

  @Test
  void whileTheApproverIsAskedTheHolderMayStillChangeTheirMind() {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ALWAYS, Silence.RELEASE);
    talk.holderSays(Answer.RELEASE);
    // when
    talk.holderSays(Answer.KEEP);
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingApproval.class);
    assertThat(talk.state().file().wish()).hasValue(Answer.KEEP);
    assertThat(talk.asks).hasSize(2);
  }

  @Test
  void afterTheApproversDeadlineTheNextInLineDecidesAndThenTheRule() {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ALWAYS, Silence.RELEASE);
    talk.holderSays(Answer.RELEASE);
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(mari.id());
    // when
    late(talk);
    // then
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(olga.id());
    // when
    talk.after(WEEK.minusMillis(1)).hear(new Input.DeadlinePassed());
    assertThat(talk.state()).isInstanceOf(AwaitingApproval.class);
    talk.after(Duration.ofMillis(1)).hear(new Input.DeadlinePassed());
    // then
    assertThat(((AwaitingRevocation) talk.state()).decided()).isEqualTo(Decided.SILENCE);
  }

  @ParameterizedTest
  @EnumSource(Silence.class)
  void whatTheHolderWantsToKeepIsNotTakenBecauseApproversSaidNothing(Silence silence) {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ON_KEEP, silence);
    talk.holderSays(Answer.KEEP);
    // when
    late(late(talk));
    // then
    assertThat(talk.state())
        .isInstanceOf(silence == Silence.PARK ? AttentionRequired.class : ClosedSkipped.class);
  }

  @Test
  void anApproverWhoCannotBeReachedIsPassedOverAndTheLastLeavesItToOperations() {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ON_KEEP, Silence.RELEASE);
    talk.holderSays(Answer.KEEP);
    // when
    talk.hear(new Input.Undeliverable(talk.lastPrompt(), "no such mailbox"));
    // then
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(olga.id());
    // when
    talk.hear(new Input.Undeliverable(talk.lastPrompt(), "no such mailbox"));
    // then
    assertThat(((AttentionRequired) talk.state()).trouble()).isEqualTo(Trouble.NO_APPROVER);
  }

  @ParameterizedTest
  @EnumSource(Silence.class)
  void silenceSaysNothingOfWhomAMessageCameBackFrom(Silence silence) {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ON_KEEP, silence);
    // when
    talk.hear(new Input.Undeliverable(talk.lastPrompt(), "mailbox full"));
    // then
    assertThat(((AttentionRequired) talk.state()).trouble()).isEqualTo(Trouble.NOBODY_TO_ASK);
    late(talk);
    assertThat(talk.state()).isInstanceOf(AttentionRequired.class);
  }

  @Test
  void aMessageThatComesBackLateCallsOffWhatSilenceReleasedUntilTheSeatIsTaken() {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ON_KEEP, Silence.RELEASE);
    Talk taken = begun(Mode.ENFORCE, Approval.ON_KEEP, Silence.RELEASE);
    late(talk);
    late(taken);
    taken.hear(new Input.RevocationStarted(taken.now));
    // when
    talk.hear(new Input.Undeliverable(talk.lastPrompt(), "no such mailbox"));
    Decision tooLate = taken.hear(new Input.Undeliverable(taken.lastPrompt(), "no such mailbox"));
    // then
    assertThat(talk.heard()).endsWith("RevocationCalledOff", "CandidateNeedsAttention");
    assertThat(((AttentionRequired) talk.state()).trouble()).isEqualTo(Trouble.NOBODY_TO_ASK);
    assertThat(tooLate).isInstanceOf(Decision.NoEffect.class);
  }

  @Test
  void aMessageThatComesBackDoesNotCallOffWhatItsReaderAnswered() {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ON_KEEP, Silence.RELEASE);
    talk.holderSays(Answer.RELEASE);
    // then
    assertThat(talk.hear(new Input.Undeliverable(talk.lastPrompt(), "no such mailbox")))
        .isInstanceOf(Decision.NoEffect.class);
    assertThat(talk.state()).isInstanceOf(AwaitingRevocation.class);
  }

  @ParameterizedTest
  @EnumSource(Silence.class)
  void whoGoesOnLeaveIsAskedAfreshWhenTheyAreBack(Silence silence) {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ON_KEEP, silence);
    company.put(with(john, Holder.Status.ON_LEAVE));
    // when
    talk.hear(new Input.HolderChanged(john.id(), Holder.Status.ON_LEAVE));
    late(talk);
    // then
    assertThat(talk.state()).isInstanceOf(Ready.class);
    // when
    company.put(john);
    talk.hear(new Input.HolderChanged(john.id(), Holder.Status.ACTIVE));
    // then
    assertThat(((AwaitingUser) talk.state()).until()).isEqualTo(talk.now.plus(WEEK));
  }

  @Test
  void aNonHumanHoldersOwnerIsAskedAndDoesNotApproveTheirOwnAnswer() {
    // given
    Holder owned = robot("Robot", Optional.of(john));
    company.put(owned);
    Talk talk = Talk.begun(company, found(owned, asking(Silence.RELEASE)));
    assertThat(((AwaitingUser) talk.state()).asked()).isEqualTo(john.id());
    // when
    talk.holderSays(Answer.KEEP);
    // then
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(mari.id());
    assertThat(talk.hear(new Input.Reassign("op", john))).isInstanceOf(Decision.NoEffect.class);
  }

  @Test
  void aNonHumanHolderWithoutAnOwnerNeedsAttentionAndIsNeverSilent() {
    // given
    Holder lonely = robot("Lonely", Optional.empty());
    company.put(lonely);
    Talk talk = Talk.begun(company, found(lonely, asking(Silence.RELEASE)));
    // when
    late(talk);
    // then
    assertThat(((AttentionRequired) talk.state()).why()).contains("nobody owns it");
  }

  @Test
  void aCampaignThatIsMissingNeedsAttentionUntilItIsPublished() {
    // given
    Talk talk = begun(under("spring", asking(Silence.KEEP)));
    assertThat(((AttentionRequired) talk.state()).trouble()).isEqualTo(Trouble.NO_CAMPAIGN);
    company.put(campaign("spring", drafted(CampaignPlan.Timing.USUAL)));
    // then
    assertThat(talk.hear(new Input.CampaignChanged(new CampaignName("spring"))))
        .isInstanceOf(Decision.NoEffect.class);
    // when
    company.put(campaign("spring", CampaignPlan.PLAIN));
    talk.hear(new Input.CampaignChanged(new CampaignName("spring")));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingUser.class);
  }

  private static CampaignPlan drafted(CampaignPlan.Timing timing) {
    return plan(timing, true);
  }

  private static CampaignPlan plan(CampaignPlan.Timing timing, boolean draft) {
    return new CampaignPlan(
        Optional.empty(),
        List.of(),
        CampaignPlan.ReasonForKeep.OPTIONAL,
        CampaignPlan.Priority.NORMAL,
        timing,
        draft);
  }

  private Talk timed(Optional<Instant> start, Optional<Instant> expires) {
    company.put(
        campaign(
            "timed",
            plan(
                new CampaignPlan.Timing(
                    start, Optional.of(Handling.Term.businessDays(3)), List.of(1), expires),
                false)));
    return begun(under("timed", asking(Silence.KEEP)));
  }

  @Test
  void aCampaignAsksFromItsStartAndNotAMomentBefore() {
    // given
    Talk talk = timed(Optional.of(MONDAY.plus(WEEK)), Optional.empty());
    talk.after(WEEK.minusMillis(1)).hear(new Input.DeadlinePassed());
    assertThat(talk.state()).isInstanceOf(Ready.class);
    // when
    talk.after(Duration.ofMillis(1)).hear(new Input.DeadlinePassed());
    // then: its own term of three business days
    assertThat(((AwaitingUser) talk.state()).until())
        .isEqualTo(MONDAY.plus(WEEK).plus(Duration.ofDays(3)));
  }

  @Test
  void aCampaignEndsWithItsExpiry() {
    assertThat(
            ((AwaitingUser) timed(Optional.empty(), Optional.of(MONDAY.plusSeconds(1))).state())
                .until())
        .isEqualTo(MONDAY.plusSeconds(1));
    assertThat(((AttentionRequired) timed(Optional.empty(), Optional.of(MONDAY)).state()).why())
        .isEqualTo("The campaign timed has expired.");
  }

  @Test
  void aStandInTakesOverWhatWaitsAlready() {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ON_KEEP, Silence.RELEASE);
    talk.holderSays(Answer.KEEP);
    talk.standIns.put(new StandIn(olga.id(), mari.id(), MONDAY, MONDAY.plus(WEEK)));
    // when
    talk.hear(new Input.StandInBegins(mari.id()));
    // then
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(olga.id());
    assertThat(((ConsentEvent.ManagerAsked) talk.said.getLast()).why())
        .isEqualTo("Olga decides now, standing in for the manager of John.");
  }

  @Test
  void whoComesToStandInForTheHolderMayNotDecideAnyMore() {
    // given
    Talk talk = begun(Mode.ENFORCE, Approval.ON_KEEP, Silence.RELEASE);
    talk.holderSays(Answer.KEEP);
    talk.standIns.put(new StandIn(mari.id(), john.id(), MONDAY, MONDAY.plus(WEEK)));
    // then
    assertThat(talk.approverSays(Answer.KEEP)).isInstanceOf(Decision.NoEffect.class);
    assertThat(talk.hear(new Input.Reassign("op", mari))).isInstanceOf(Decision.NoEffect.class);
  }

  @Test
  void nobodyOfOperationsLetsTheirOwnSeatBeKept() {
    // given
    Talk talk = begun(asking(Silence.RELEASE));
    // then
    assertThat(talk.hear(new Input.Skip("JOHN", "I need it.")))
        .isEqualTo(
            new Decision.NoEffect(
                "It is your own seat; somebody else of operations decides about it."));
    assertThat(talk.hear(new Input.Snooze("john", MONDAY.plus(WEEK))))
        .isInstanceOf(Decision.NoEffect.class);
    assertThat(talk.hear(new Input.Skip("olga", "They need it.")))
        .isInstanceOf(Decision.Moved.class);
  }

  @Test
  void whatIsParkedAnOperatorReclaims() {
    // given
    Talk talk = late(begun(asking(Silence.PARK)));
    // when
    talk.hear(new Input.Reclaim("op", Optional.of("Budget cut")));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingRevocation.class);
    assertThat(((RevocationApproved) talk.said.getLast()).why())
        .isEqualTo("op started the reclamation: Budget cut");
  }

  @Test
  void whatIsParkedTheHolderMayStillAnswer() {
    // given
    Talk talk = late(begun(asking(Silence.PARK)));
    // when
    talk.holderSays(Answer.KEEP);
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingApproval.class);
  }

  @Test
  void aSeatThatOnlyAPersonCanTakeIsClosedByHandWithNoteAndProof() {
    // given
    company.having(tableau(Optional.empty(), false));
    Talk talk = begun(askingNobody(true));
    // when
    talk.hear(new Input.CloseComplete("op", "Removed in the vendor's portal.", "TICKET-7"));
    // then
    assertThat(((ClosedComplete) talk.state()).proof()).hasValue("TICKET-7");
    CandidateClosed closed = (CandidateClosed) talk.said.getLast();
    assertThat(closed.proof()).hasValue("TICKET-7");
    assertThat(closed.outcome()).isEqualTo(CandidateClosed.Outcome.COMPLETE);
  }

  @Test
  void aSeatThatDisappearsIsSkippedUnlessItsRevocationWasAwaited() {
    // given
    Talk asked = begun(asking(Silence.KEEP));
    asked.hear(withdrawn(CandidateWithdrawn.Cause.SEAT_GONE));
    Talk approved = begun(askingNobody(true));
    approved.hear(withdrawn(CandidateWithdrawn.Cause.SEAT_GONE));
    // then
    assertThat(((ClosedSkipped) asked.state()).restsUntil()).isEmpty();
    assertThat(approved.state()).isInstanceOf(AwaitingRevocation.class);
    // when
    approved.hear(new Input.RevocationVerified("Read back.", MONDAY.plus(WEEK)));
    // then
    assertThat(approved.state()).isInstanceOf(ClosedComplete.class);
  }

  @Test
  void theReasonsOfOperatorsAreOnTheRecord() {
    // given
    Talk talk = begun(asking(Silence.KEEP));
    // when
    talk.hear(new Input.Snooze("op", MONDAY.plus(WEEK), Optional.of("Quarter end")));
    // then
    assertThat(talk.said.getLast().why()).isEqualTo("op put it off: Quarter end");
    // when
    talk.hear(new Input.Skip("op", "Project starts"));
    // then
    assertThat(((ClosedSkipped) talk.state()).restsUntil())
        .hasValue(MONDAY.plus(Duration.ofDays(90)));
  }
}
