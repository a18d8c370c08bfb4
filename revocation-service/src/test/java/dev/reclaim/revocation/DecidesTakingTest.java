package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationEvent.RevocationFailed;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationEvent.StepIntended;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecidesTakingTest {

  private static final Instant NOW = Given.NOW;
  private static final Instant APPROVED = NOW.minusSeconds(60);
  private static final Place PLACE = new Place(Given.GROUP, "ada@example.com");
  private static final Look THERE = new Look.There(Optional.empty());

  private final DecidesTaking decides = Given.taking(new Retries(Schedule.DEFAULT, new Random(1)));
  private final Requested waiting = Given.requested(Order.SEAT_ONLY);

  @Test
  void takesTheStepThatBrakesAndTheLastLookAllow() {
    // when
    Next<? extends Revocation> next = decides.afterLook(waiting, seen(THERE), Given.facts(), NOW);

    // then
    assertThat(next.state()).isInstanceOf(InFlight.class);
    assertThat(next.events()).hasSize(2).last().isInstanceOf(StepIntended.class);
    assertThat(next.state().course().kept()).containsKey(Step.FREE_SEAT);
  }

  @Test
  void callsNothingWithoutASavedStateAndNothingThatIsProtected() {
    // when
    Revocation unsaved =
        decides
            .afterLook(
                waiting,
                seen(THERE, new CaptureOutcome.Failed("too large", "Ask IT.")),
                Given.facts(),
                NOW)
            .state();
    Next<? extends Revocation> later =
        decides.afterLook(
            waiting,
            seen(THERE, new CaptureOutcome.TryLater(Duration.ofSeconds(40), "busy")),
            Given.facts(),
            NOW);
    Revocation administrator =
        decides
            .afterLook(
                waiting, seen(new Look.There(Optional.of("an administrator"))), Given.facts(), NOW)
            .state();

    // then
    assertThat(((Failed) unsaved).why()).contains("too large");
    assertThat(((Failed) unsaved).whatToDo()).isEqualTo("Ask IT.");
    assertThat(later.state()).isInstanceOf(Held.class);
    assertThat(later.due().orElseThrow()).isAfterOrEqualTo(NOW.plusSeconds(40));
    assertThat(((Failed) administrator).why()).isEqualTo("an administrator");
    assertThat(((Failed) administrator).whatToDo()).isNotBlank();
  }

  @Test
  void callsNothingWhenThereIsNothingToTake() {
    // when
    Next<? extends Revocation> next =
        decides.afterLook(waiting, seen(new Look.Gone("not in the group")), Given.facts(), NOW);

    // then
    assertThat(next.state()).isInstanceOf(AwaitingVerification.class);
    assertThat(next.state().course().done(Step.FREE_SEAT)).isTrue();
    assertThat(next.state().course().kept()).isEmpty();
  }

  @Test
  void cancelsForUseAfterTheApprovalAndNotBeforeIt() {
    assertThat(judged(facts(Optional.of(APPROVED), Optional.empty())))
        .isInstanceOf(Verdict.GoOn.class);
    assertThat(canceled(facts(Optional.of(APPROVED.plusMillis(1)), Optional.empty())).cause())
        .isEqualTo(RevocationCanceled.Cause.USED);
  }

  @Test
  void ignoresUseWhereUseDoesNotMatter() {
    // given
    Requested leaver =
        Requested.by(Given.approval(Order.ACCESS_FIRST, Optional.empty()), NOW).state();

    // then
    assertThat(decides.judge(leaver, facts(Optional.of(NOW), Optional.empty()), NOW))
        .isInstanceOf(Verdict.GoOn.class);
  }

  @Test
  void cancelsWhatIsCalledOff() {
    assertThat(canceled(facts(Optional.empty(), Optional.of("changed their mind"))).why())
        .isEqualTo("changed their mind");
  }

  @Test
  void stopsHalfWayAndAsksAPersonOnceAccessIsGone() {
    // given
    Requested halfWay =
        new Requested(
            Given.requested(Order.ACCESS_FIRST).task(),
            Course.START.take(
                new Taken(
                    Step.DISABLE_ACCOUNT,
                    OperationId.of(waiting.task().id(), "DISABLE_ACCOUNT", 1),
                    Optional.of(PLACE),
                    NOW,
                    "done")),
            Optional.empty());

    // when
    Next<? extends Revocation> next =
        decides.judgeAgain(halfWay, facts(Optional.empty(), Optional.of("a hold")), NOW);

    // then
    assertThat(next.state()).isInstanceOf(Failed.class);
    RevocationFailed failed = (RevocationFailed) next.events().getFirst();
    assertThat(failed.why()).contains("half-way").contains("DISABLE_ACCOUNT").contains("a hold");
    assertThat(failed.whatToDo()).contains("Restore").contains("resume");
  }

  @Test
  void asksAPersonWhereTheApplicationHasNoConnection() {
    // given
    Facts facts =
        new Facts(
            Optional.empty(),
            Given.NOTHING_SPECIAL,
            Optional.of(
                new KnownApplication(
                    Given.APPLICATION, "Diagrams", Optional.empty(), Map.of(), 30)),
            Given.OPEN);
    Verdict.GoOn goOn = (Verdict.GoOn) decides.judge(waiting, facts, NOW);

    // when
    Next<? extends Revocation> next =
        decides.afterLook(
            waiting, new Seen(goOn, Optional.empty(), THERE, Optional.empty()), facts, NOW);

    // then
    assertThat(next.state()).isInstanceOf(ByHand.class);
    assertThat(next.events())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("RevocationPlanned", "ManualTaskOpened");
  }

  @Test
  void waitsForThePolicyThatHasNotArrivedYet() {
    // given
    Facts facts = new Facts(Optional.empty(), Given.NOTHING_SPECIAL, Optional.empty(), Given.OPEN);

    // when
    Next<? extends Revocation> next = decides.judgeAgain(waiting, facts, NOW);

    // then
    assertThat(next.state()).isInstanceOf(Requested.class);
    assertThat(next.due()).isPresent();
  }

  @Test
  void saysOnlyOnceThatTheSameBrakeHoldsIt() {
    // given
    Look unreadable = new Look.Unreadable("no answer");
    Next<? extends Revocation> first =
        decides.afterLook(waiting, seen(unreadable), Given.facts(), NOW);
    Held held = (Held) first.state();

    // when
    Next<? extends Revocation> second =
        decides.afterLook(held.judgeAfresh(NOW).state(), seen(unreadable), Given.facts(), NOW);

    // then
    assertThat(first.events()).hasSize(2).last().isInstanceOf(RevocationHeld.class);
    assertThat(second.events()).isEmpty();
    assertThat(second.due()).isPresent();
  }

  @Test
  void doesNotTrustALookTooSoonAfterACallWithoutAnswer() {
    // given
    InFlight flight = inFlight();
    Instant settled = NOW.plus(Schedule.DEFAULT.settle());

    // then
    assertThat(decides.readBack(flight, THERE, settled.minusMillis(1)).state())
        .isInstanceOf(InFlight.class);
    assertThat(decides.readBack(flight, THERE, settled).state()).isInstanceOf(Requested.class);
  }

  @Test
  void givesTheNextAttemptANameOfItsOwn() {
    // given
    InFlight first = inFlight();
    Requested again =
        (Requested) decides.readBack(first, THERE, NOW.plus(Duration.ofMinutes(1))).state();

    // when
    InFlight second = (InFlight) decides.afterLook(again, seen(THERE), Given.facts(), NOW).state();

    // then
    assertThat(second.call().operation()).isNotEqualTo(first.call().operation());
  }

  @Test
  void looksLaterWhenTheVendorHasNoUsableAnswer() {
    // when
    Next<? extends Revocation> next =
        decides.answered(
            inFlight(), new RevocationOutcome.TryLater(Duration.ofSeconds(40), "busy"), NOW);

    // then
    assertThat(next.state()).isInstanceOf(InFlight.class);
    assertThat(next.due().orElseThrow()).isAfterOrEqualTo(NOW.plusSeconds(40));
  }

  @Test
  void asksAPersonWhenNobodyCanTellForADay() {
    // given
    InFlight flight =
        (InFlight) decides.readBack(inFlight(), new Look.Unreadable("no answer"), NOW).state();

    // when
    Next<? extends Revocation> next =
        decides.readBack(flight, new Look.Unreadable("no answer"), NOW.plus(Duration.ofHours(25)));

    // then
    assertThat(next.state()).isInstanceOf(Failed.class);
    assertThat(next.state().course().kept()).containsKey(Step.FREE_SEAT);
  }

  @Test
  void keepsNoEarlierStateOfWhatWasRefusedAtOnce() {
    // when
    Next<? extends Revocation> next =
        decides.answered(
            inFlight(), new RevocationOutcome.CannotBeRevoked("protected", "Ask IT."), NOW);

    // then
    assertThat(next.state()).isInstanceOf(Failed.class);
    assertThat(next.state().course().kept()).isEmpty();
  }

  @Test
  void keepsTheStateBeforeTheFirstCallForALaterOneMayShowOurOwnDoing() {
    // given
    Kept first = kept("true");

    // when
    Course course = Course.START.keep(Step.FREE_SEAT, first).keep(Step.FREE_SEAT, kept("false"));

    // then
    assertThat(course.kept()).containsEntry(Step.FREE_SEAT, first);
  }

  @Test
  void removesAccessUnderALegalHoldAndKeepsTheRest() {
    // given
    Requested leaver = Given.requested(Order.ACCESS_FIRST);
    Facts facts =
        Given.facts(
            new AboutHolder(
                Optional.empty(),
                List.of(new KnownHold(HoldPlaced.Kind.LEGAL, "case 7", Optional.empty())),
                List.of(),
                false,
                Optional.empty()));

    // then
    assertThat(decides.judge(leaver, facts, NOW)).isInstanceOf(Verdict.GoOn.class);
    assertThat(((Held) decides.judgeAgain(signedOut(leaver), facts, NOW).state()).brake())
        .isEqualTo(new Brake(Brake.LEGAL_HOLD, "case 7"));
  }

  private static Requested signedOut(Requested leaver) {
    Plan plan = Given.plans().plan(leaver.task(), Given.DIAGRAMS);
    Course course = leaver.course().follow(plan);
    for (Step step : List.of(Step.DISABLE_ACCOUNT, Step.END_SESSIONS, Step.REVOKE_TOKENS)) {
      course =
          course.take(
              new Taken(
                  step,
                  OperationId.of(leaver.task().id(), step.name(), 1),
                  Optional.of(PLACE),
                  NOW,
                  "done"));
    }
    return new Requested(leaver.task(), course, Optional.empty());
  }

  @Test
  void looksAtWhatTheSystemAcceptedUntilItsTimeIsOverAndNeverSendsItAgain() {
    // given
    Duration within = Duration.ofMinutes(10);
    Next<? extends Revocation> answered =
        decides.answered(
            inFlight(),
            new RevocationOutcome.Accepted(Duration.ofSeconds(20), within, "job 7"),
            NOW);
    assertThat(answered.due()).contains(NOW.plusSeconds(20));
    InFlight accepted = (InFlight) answered.state();

    // when
    Next<? extends Revocation> early =
        decides.readBack(accepted, THERE, NOW.plus(within).minusMillis(1));
    Next<? extends Revocation> late = decides.readBack(accepted, THERE, NOW.plus(within));

    // then
    assertThat(early.state()).isInstanceOf(InFlight.class);
    assertThat(early.due().orElseThrow()).isBeforeOrEqualTo(NOW.plus(within));
    assertThat(late.state()).isInstanceOf(Failed.class);
    assertThat(decides.readBack(accepted, new Look.Gone("done"), NOW).state())
        .isInstanceOf(AwaitingVerification.class);
  }

  @Test
  void triesAgainWithoutALookBackWhatWasCertainlyRefused() {
    // when
    Next<? extends Revocation> next =
        decides.answered(
            inFlight(),
            RevocationOutcome.TryLater.refused(Duration.ofSeconds(40), "too many requests"),
            NOW);

    // then
    assertThat(next.state()).isInstanceOf(Requested.class);
    assertThat(next.due().orElseThrow()).isAfterOrEqualTo(NOW.plusSeconds(40));
  }

  @Test
  void takesOnceMoreWhatLeavesNoTraceAndThenAsksAPerson() {
    // given
    Look noTrace = new Look.NoTrace(Optional.empty());
    InFlight first = inFlight();

    // when
    Next<? extends Revocation> again = decides.readBack(first, noTrace, NOW);
    InFlight second =
        (InFlight)
            decides.afterLook((Requested) again.state(), seen(noTrace), Given.facts(), NOW).state();

    // then
    assertThat(((Mark.Ended) again.marks().getFirst()).why()).contains("it is taken once more");
    assertThat(second.call().operation()).isNotEqualTo(first.call().operation());
    assertThat(decides.readBack(second, noTrace, NOW).state()).isInstanceOf(Failed.class);
  }

  private static Kept kept(String member) {
    return new Kept(
        new SavedState("make-believe", Set.of(Step.FREE_SEAT), Map.of("member", member)),
        PLACE,
        NOW);
  }

  private InFlight inFlight() {
    return (InFlight) decides.afterLook(waiting, seen(THERE), Given.facts(), NOW).state();
  }

  private static Seen seen(Look look) {
    return seen(
        look,
        new CaptureOutcome.Saved(new SavedState("make-believe", Set.of(Step.FREE_SEAT), Map.of())));
  }

  private static Seen seen(Look look, CaptureOutcome earlier) {
    return new Seen(
        new Verdict.GoOn(
            new Plan(List.of(PlannedStep.byCall(Step.FREE_SEAT, Given.GROUP)), List.of()),
            PlannedStep.byCall(Step.FREE_SEAT, Given.GROUP),
            List.of("ada@example.com")),
        Optional.of(PLACE),
        look,
        Optional.of(earlier));
  }

  private Verdict judged(Facts facts) {
    return decides.judge(waiting, facts, NOW);
  }

  private Canceled canceled(Facts facts) {
    return (Canceled) decides.judgeAgain(waiting, facts, NOW).state();
  }

  private static Facts facts(Optional<Instant> lastUse, Optional<String> calledOff) {
    return new Facts(
        calledOff,
        new AboutHolder(lastUse, List.of(), List.of(), false, Optional.empty()),
        Optional.of(Given.DIAGRAMS),
        Given.OPEN);
  }
}
