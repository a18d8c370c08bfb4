package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.askingNobody;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.with;
import static dev.reclaim.consent.Story.withoutMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskingTest {

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Company company = Company.of(mari, john);

  private Talk asked(Handling.Silence silence) {
    return Talk.begun(company, found(john, asking(silence)));
  }

  private Talk askedTheApprover() {
    Talk talk = asked(Handling.Silence.RELEASE);
    talk.holderSays(Answer.KEEP);
    return talk;
  }

  @Test
  void theHolderIsAskedForAsLongAsTheRuleSays() {
    // when
    Talk talk = asked(Handling.Silence.RELEASE);
    // then
    assertThat(talk.heard()).containsExactly("CandidateReady", "HolderAsked");
    assertThat(talk.state())
        .isInstanceOfSatisfying(
            AwaitingUser.class,
            it -> {
              assertThat(it.asked()).isEqualTo(john.id());
              assertThat(it.until()).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
            });
  }

  @Test
  void nobodyIsAskedWhereTheRuleSaysSo() {
    // when
    Talk talk = Talk.begun(company, found(john, askingNobody(false)));
    // then
    assertThat(talk.heard()).containsExactly("CandidateReady", "RevocationApproved");
    assertThat(talk.asks).isEmpty();
    assertThat(((ConsentEvent.RevocationApproved) talk.said.getLast()).unlessUsedAfter()).isEmpty();
  }

  @Test
  void releaseApprovesWithTheAnswerAsAGround() {
    // given
    Talk talk = asked(Handling.Silence.KEEP);
    // when
    talk.holderSays(Answer.RELEASE);
    // then
    assertThat(talk.heard()).endsWith("HolderAnswered", "RevocationApproved");
    assertThat(((ConsentEvent.RevocationApproved) talk.said.getLast()).justification())
        .extracting(reason -> reason.code())
        .containsExactly("idle", "holder-answer");
  }

  @Test
  void keepAsksTheManagerWhoseWordDecides() {
    // given
    Talk talk = askedTheApprover();
    assertThat(talk.heard()).endsWith("HolderAnswered", "ManagerAsked");
    assertThat(talk.asks.getLast().asked()).isEqualTo(mari.id());
    // when
    talk.approverSays(Answer.RELEASE);
    // then
    assertThat(talk.heard()).endsWith("ManagerAnswered", "RevocationApproved");
    // when
    talk.approverSays(Answer.KEEP);
    // then
    assertThat(talk.heard()).endsWith("ManagerAnswered", "RevocationCalledOff", "CandidateClosed");
    assertThat(talk.state()).isInstanceOf(ClosedSkipped.class);
  }

  @Test
  void theHolderMayChangeTheirMindUntilTheRevocationStarts() {
    // given
    Talk talk = asked(Handling.Silence.RELEASE);
    talk.holderSays(Answer.RELEASE);
    // when
    talk.holderSays(Answer.KEEP);
    // then
    assertThat(talk.heard()).endsWith("HolderAnswered", "RevocationCalledOff", "ManagerAsked");
    // when
    talk.holderSays(Answer.RELEASE);
    talk.hear(new Input.RevocationStarted(talk.now));
    // then
    assertThat(talk.holderSays(Answer.KEEP))
        .isEqualTo(
            new Decision.NoEffect(
                "The seat is being taken back already; it can be given back afterwards."));
  }

  @Test
  void theHolderCannotOverruleTheApprover() {
    // given
    Talk talk = askedTheApprover();
    // when
    talk.approverSays(Answer.RELEASE);
    // then
    assertThat(talk.holderSays(Answer.KEEP)).isInstanceOf(Decision.NoEffect.class);
    assertThat(talk.state()).isInstanceOf(AwaitingRevocation.class);
  }

  @Test
  void sayingTheSameTwiceHasNoEffect() {
    // given
    Talk talk = askedTheApprover();
    // then
    assertThat(talk.holderSays(Answer.KEEP)).isInstanceOf(Decision.NoEffect.class);
    // when
    talk.holderSays(Answer.RELEASE);
    // then
    assertThat(talk.holderSays(Answer.RELEASE)).isInstanceOf(Decision.NoEffect.class);
  }

  @ParameterizedTest
  @EnumSource(Handling.Silence.class)
  void silenceMeansWhatTheRuleSaysAndNotAMomentBefore(Handling.Silence silence) {
    // given
    Talk talk = asked(silence);
    talk.after(Duration.ofDays(7).minusMillis(1));
    talk.hear(new Input.DeadlinePassed());
    assertThat(talk.state()).isInstanceOf(AwaitingUser.class);
    // when
    talk.after(Duration.ofMillis(1)).hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.state())
        .isInstanceOf(
            switch (silence) {
              case RELEASE -> AwaitingRevocation.class;
              case KEEP -> ClosedSkipped.class;
              case ASK_APPROVER -> AwaitingApproval.class;
              case PARK -> AttentionRequired.class;
            });
  }

  @ParameterizedTest
  @EnumSource(Handling.Silence.class)
  void silenceSaysNothingWhenTheQuestionNeverLeftTheHouse(Handling.Silence silence) {
    // given
    Talk talk = asked(silence);
    talk.messages.delivered = false;
    // when
    talk.after(Duration.ofDays(7)).hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.state()).isInstanceOf(AttentionRequired.class);
    // when
    talk.hear(new Input.Resume("operator"));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingUser.class);
    assertThat(talk.asks).extracting(Decision.Ask::prompt).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void silenceOfSomebodyOnLeaveWaitsUntilTheyAreBack() {
    // given
    Talk talk = asked(Handling.Silence.RELEASE);
    company.put(with(john, Holder.Status.ON_LEAVE));
    // when
    talk.after(Duration.ofDays(7)).hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.state()).isInstanceOf(Ready.class);
    // when
    company.put(john);
    talk.hear(new Input.HolderChanged(john.id(), Holder.Status.ACTIVE));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingUser.class);
  }

  @Test
  void theApproversSilenceKeepsTheSeatAndNotAMomentBefore() {
    // given
    Talk talk = askedTheApprover();
    talk.after(Duration.ofDays(7).minusMillis(1));
    talk.hear(new Input.DeadlinePassed());
    assertThat(talk.state()).isInstanceOf(AwaitingApproval.class);
    // when
    talk.after(Duration.ofMillis(1)).hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.state()).isInstanceOf(ClosedSkipped.class);
  }

  @Test
  void anUnknownHolderNeedsAttentionUntilHrTellsUs() {
    // given
    Company empty = Company.of(mari);
    Talk talk = Talk.begun(empty, found(john, asking(Handling.Silence.RELEASE)));
    assertThat(talk.state()).isInstanceOf(AttentionRequired.class);
    assertThat(talk.hear(new Input.Resume("operator"))).isInstanceOf(Decision.NoEffect.class);
    // when
    empty.put(john);
    talk.hear(new Input.HolderChanged(john.id(), Holder.Status.ACTIVE));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingUser.class);
  }

  @Test
  void aHolderWithoutAnAddressNeedsAttention() {
    // given
    company.put(withoutMail(john));
    // when
    Talk talk = asked(Handling.Silence.RELEASE);
    // then
    assertThat(((AttentionRequired) talk.state()).why())
        .isEqualTo("No channel reaches John: HR knows no e-mail address.");
    assertThat(((AttentionRequired) talk.state()).whatToDo()).startsWith("Complete the HR data");
    // when: the only channel that could is stopped
    company.put(john);
    // then
    assertThat(talk.around().whyNobody())
        .isEqualTo("No channel reaches John: all that could are stopped.");
    assertThat(talk.around().whatToDoForNobody()).startsWith("Resume the channel");
  }

  @Test
  void withoutAnApproverItNeedsAttentionAndTheHolderMayStillRelease() {
    // given
    company.put(with(mari, Holder.Status.LEFT));
    Talk talk = askedTheApprover();
    assertThat(((AttentionRequired) talk.state()).trouble())
        .isEqualTo(AttentionRequired.Trouble.NO_APPROVER);
    // when
    talk.holderSays(Answer.RELEASE);
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingRevocation.class);
  }

  @Test
  void anApproverWhoLeavesIsReplaced() {
    // given
    Holder olga = person("Olga");
    company.put(olga);
    company.having(tableau(Optional.of("olga@example.com"), true));
    Talk talk = askedTheApprover();
    company.put(with(mari, Holder.Status.LEFT));
    // when
    talk.hear(new Input.HolderChanged(mari.id(), Holder.Status.LEFT));
    // then
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(olga.id());
  }

  @Test
  void aHolderWhoLeavesWithoutAnAnswerIsNotSilent() {
    // given
    Talk talk = asked(Handling.Silence.RELEASE);
    // when
    talk.hear(new Input.HolderChanged(john.id(), Holder.Status.LEFT));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingApproval.class);
  }
}
