package dev.reclaim.consent;

import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.askingNobody;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.withdrawn;
import static dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause.HOLD_PLACED;
import static dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause.REASON_GONE;
import static dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause.SEAT_GONE;
import static dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause.USED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.Handling;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

  private static final Input VERIFIED =
      new Input.RevocationVerified(
          "Read back: the seat is free.", Story.MONDAY.plus(Duration.ofDays(30)));
  private static final Input FAILED =
      new Input.RevocationFailed("The directory refused.", "Ask the directory's owner.");

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Company company = Company.of(mari, john);

  private Talk waitingForTheHolder() {
    return Talk.begun(company, found(john, asking(Handling.Silence.RELEASE)));
  }

  private Talk waitingForTheRevocation() {
    return Talk.begun(company, found(john, askingNobody(true)));
  }

  @Test
  void useCancelsAtOnce() {
    // given
    Talk talk = waitingForTheHolder();
    // when
    talk.hear(withdrawn(USED));
    // then
    assertThat(talk.state()).isInstanceOf(ClosedCanceled.class);
    assertThat(talk.heard()).endsWith("CandidateClosed").doesNotContain("RevocationCalledOff");
    assertThat(talk.holderSays(Answer.RELEASE)).isInstanceOf(Decision.NoEffect.class);
  }

  @Test
  void useCallsTheRevocationOffUnlessItWasFaster() {
    // given
    Talk talk = waitingForTheRevocation();
    // when
    talk.hear(withdrawn(USED));
    // then
    assertThat(talk.heard()).endsWith("RevocationCalledOff", "CandidateClosed");
    // when
    talk.hear(VERIFIED);
    // then
    assertThat(talk.state()).isInstanceOf(ClosedComplete.class);
  }

  @Test
  void useOfALeaverProvesNothing() {
    // given
    Talk talk = Talk.begun(company, found(john, askingNobody(false)));
    // then
    assertThat(talk.hear(withdrawn(USED))).isInstanceOf(Decision.NoEffect.class);
  }

  @Test
  void aSeatThatGoesByItselfClosesAsSkipped() {
    // given
    Talk talk = waitingForTheHolder();
    // when
    talk.hear(withdrawn(SEAT_GONE));
    // then
    assertThat(talk.state()).isInstanceOf(ClosedSkipped.class);
  }

  @Test
  void aSeatThatGoesDuringTheRevocationWaitsForTheReadBack() {
    // given
    Talk talk = waitingForTheRevocation();
    // when
    talk.hear(withdrawn(SEAT_GONE));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingRevocation.class);
    // when
    talk.hear(VERIFIED);
    // then
    assertThat(talk.state()).isInstanceOf(ClosedComplete.class);
  }

  @Test
  void aReasonThatGoesCallsTheRevocationOff() {
    // given
    Talk talk = waitingForTheRevocation();
    // when
    talk.hear(withdrawn(REASON_GONE));
    // then
    assertThat(talk.heard()).endsWith("RevocationCalledOff", "CandidateClosed");
    assertThat(((ClosedSkipped) talk.state()).why()).isEqualTo("The rule says: REASON_GONE");
  }

  @Test
  void aHoldHoldsUntilItEndsAndNotAMomentLess() {
    // given
    Talk talk = waitingForTheRevocation();
    talk.hear(
        new Input.HoldPlaced("A lawsuit.", Optional.of(Story.MONDAY.plus(Duration.ofDays(10)))));
    assertThat(talk.heard()).endsWith("RevocationCalledOff", "CandidateHeld");
    // then
    talk.after(Duration.ofDays(10).minusMillis(1));
    assertThat(talk.hear(new Input.DeadlinePassed())).isInstanceOf(Decision.NoEffect.class);
    // when
    talk.after(Duration.ofMillis(1)).hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.state()).isInstanceOf(ClosedSkipped.class);
    assertThat(((ClosedSkipped) talk.state()).restsUntil()).isEmpty();
  }

  private static HoldPlaced hold(String name, Optional<Instant> until) {
    return new HoldPlaced(
        new HoldName(name),
        1,
        HoldPlaced.Kind.LEGAL,
        Optional.of("john"),
        Optional.empty(),
        "A lawsuit.",
        "legal",
        until);
  }

  @Test
  void aHoldSaysUntilWhenAndTheLongestCounts() {
    // given
    Instant end = Story.MONDAY.plus(Duration.ofDays(10));
    company.put(hold("one", Optional.of(end)));
    Talk talk = waitingForTheHolder();
    // when
    talk.hear(withdrawn(HOLD_PLACED));
    // then
    assertThat(((Held) talk.state()).until()).hasValue(end);
    assertThat(talk.hear(new Input.Resume("operator"))).isInstanceOf(Decision.NoEffect.class);
    // when
    company.put(hold("two", Optional.of(end.plusSeconds(1))));
    talk.after(Duration.ofDays(10)).hear(new Input.DeadlinePassed());
    // then
    assertThat(((Held) talk.state()).until()).hasValue(end.plusSeconds(1));
    // when
    talk.after(Duration.ofSeconds(1)).hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.state()).isInstanceOf(ClosedSkipped.class);
  }

  @Test
  void aLiftedHoldLetsTheRuleJudgeAfresh() {
    // given
    Talk talk = waitingForTheHolder();
    talk.hear(withdrawn(HOLD_PLACED));
    assertThat(talk.holderSays(Answer.RELEASE)).isInstanceOf(Decision.NoEffect.class);
    // when
    talk.hear(new Input.HoldLifted("The lawsuit is over."));
    // then
    assertThat(((ClosedSkipped) talk.state()).why())
        .isEqualTo("The hold is over; the rule judges the seat afresh.");
    assertThat(talk.asks).hasSize(1);
  }

  @Test
  void aFailureNeedsAttentionAndIsResumed() {
    // given
    Talk talk = waitingForTheRevocation();
    // when
    talk.hear(FAILED);
    // then
    assertThat(((AttentionRequired) talk.state()).whatToDo())
        .isEqualTo("Ask the directory's owner.");
    // when
    talk.hear(new Input.Resume("operator"));
    // then
    assertThat(talk.heard()).endsWith("CandidateReady", "RevocationApproved");
  }

  @Test
  void theLastLookMayStopIt() {
    assertThat(stopped(RevocationCanceled.Cause.USED)).isInstanceOf(ClosedCanceled.class);
    assertThat(stopped(RevocationCanceled.Cause.HOLD_PLACED)).isInstanceOf(Held.class);
    assertThat(stopped(RevocationCanceled.Cause.CALLED_OFF)).isInstanceOf(AttentionRequired.class);
  }

  private Candidate stopped(RevocationCanceled.Cause cause) {
    Talk talk = waitingForTheRevocation();
    talk.hear(new Input.RevocationStopped(cause, "The last look found something."));
    return talk.state();
  }

  @Test
  void whatAPersonDecidedStaysDecided() {
    // given
    Talk talk = waitingForTheHolder();
    talk.hear(new Input.Skip("operator", "They need it."));
    // then
    assertThat(talk.hear(withdrawn(USED))).isInstanceOf(Decision.NoEffect.class);
  }

  @Test
  void aRestoredSeatSaysSoEvenWhenTheNewsComesFirst() {
    // given
    Talk talk = waitingForTheRevocation();
    // when
    talk.hear(new Input.RevocationRestored(Story.MONDAY));
    talk.hear(VERIFIED);
    // then
    assertThat(((ClosedComplete) talk.state()).restoredAt()).hasValue(Story.MONDAY);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void inWhateverOrderAndHowOftenFactsComeTheEndIsTheSame(boolean asked) {
    List<Input> all =
        List.of(
            withdrawn(USED),
            withdrawn(SEAT_GONE),
            withdrawn(REASON_GONE),
            withdrawn(HOLD_PLACED),
            FAILED,
            VERIFIED,
            new Input.RevocationStarted(Story.MONDAY),
            new Input.RevocationRestored(Story.MONDAY),
            new Input.RevocationStopped(RevocationCanceled.Cause.USED, "Use was seen."),
            new Input.RevocationStopped(RevocationCanceled.Cause.HOLD_PLACED, "A hold."));
    Random random = new Random(20260302);
    for (int set = 0; set < 40; set++) {
      List<Input> some = new ArrayList<>();
      all.stream().filter(_ -> random.nextInt(3) == 0).forEach(some::add);
      Class<?> end = endOf(some, asked);
      for (int order = 0; order < 200; order++) {
        List<Input> shuffled = new ArrayList<>(some);
        some.stream().filter(_ -> random.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        assertThat(endOf(shuffled, asked)).as("%s", shuffled).isEqualTo(end);
      }
    }
  }

  /** Not so where nothing has closed it: whom to ask goes by who is at work at that moment. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whateverPeopleAndMailServersDoMeanwhileWhatFactsHaveClosedEndsTheSame(boolean asked) {
    List<Input> closing =
        List.of(withdrawn(USED), withdrawn(REASON_GONE), VERIFIED, withdrawn(HOLD_PLACED));
    var found = found(john, asked ? asking(Handling.Silence.RELEASE) : askingNobody(true));
    List<Input> meanwhile = new ArrayList<>();
    for (Holder.Status status : Holder.Status.values()) {
      meanwhile.add(new Input.HolderChanged(john.id(), status));
      meanwhile.add(new Input.HolderChanged(mari.id(), status));
    }
    for (Holder reader : List.of(john, mari)) {
      for (int round = 1; round < 4; round++) {
        meanwhile.add(
            new Input.Undeliverable(
                PromptId.of(found.candidate(), reader.id().value(), round), "no such mailbox"));
      }
    }
    Random random = new Random(20260303);
    Class<?> untouched = endOf(List.of(), asked);
    int moved = 0;
    for (Input fact : closing) {
      Class<?> end = endOf(List.of(fact), asked);
      for (int order = 0; order < 200; order++) {
        List<Input> shuffled = new ArrayList<>(List.of(fact));
        meanwhile.stream().filter(_ -> random.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        assertThat(endOf(shuffled, asked)).as("%s", shuffled).isEqualTo(end);
        moved += endOf(shuffled.subList(0, shuffled.indexOf(fact)), asked) == untouched ? 0 : 1;
      }
    }
    // then: where somebody was asked, people and mail servers did do something before it came
    assertThat(moved > 0).isEqualTo(asked);
  }

  /** Where it ends when the candidate itself comes at a place that chance chose. */
  private Class<?> endOf(List<Input> facts, boolean asked) {
    var found = found(john, asked ? asking(Handling.Silence.RELEASE) : askingNobody(true));
    Talk talk = new Talk(company, found);
    int place = Math.floorMod(facts.hashCode(), facts.size() + 1);
    for (int i = 0; i <= facts.size(); i++) {
      if (i == place) {
        talk.hear(new Input.Found(found));
        talk.hear(new Input.Found(found));
      }
      if (i < facts.size()) {
        talk.hear(facts.get(i));
      }
    }
    return talk.state().getClass();
  }
}
