package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.ConsentEvent.ManagerAsked;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approvers who could not be reached, and those who decide in their place. */
class ApproversComeBackTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Holder olga = person("Olga");
  private final Holder petra = person("Petra");
  private final Company company = Company.of(mari, john, olga, petra);
  private Talk talk;

  @BeforeEach
  void theManagerIsAsked() {
    talk = Talk.begun(company, found(john, asking(Handling.Silence.KEEP)));
    talk.holderSays(Answer.KEEP);
    assertThat(approver()).isEqualTo(mari);
  }

  private Holder approver() {
    return company.find(((AwaitingApproval) talk.state()).approver()).orElseThrow();
  }

  private void theQuestionComesBack() {
    talk.hear(new Input.Undeliverable(talk.lastPrompt(), "no such mailbox"));
    assertThat(((AttentionRequired) talk.state()).trouble())
        .isEqualTo(AttentionRequired.Trouble.NO_APPROVER);
  }

  @Test
  void whoCouldNotBeReachedIsAskedAgainOnceHrKnowsMore() {
    // given
    theQuestionComesBack();
    // then
    assertThat(talk.hear(new Input.HolderChanged(john.id(), Holder.Status.ACTIVE)))
        .isInstanceOf(Decision.NoEffect.class);
    // when
    talk.hear(new Input.HolderChanged(mari.id(), Holder.Status.ACTIVE));
    // then
    assertThat(approver()).isEqualTo(mari);
  }

  @Test
  void whoCouldNotBeReachedIsAskedAgainWhenAnOperatorSaysSo() {
    // given
    theQuestionComesBack();
    // when
    talk.hear(new Input.Resume("op"));
    // then
    assertThat(approver()).isEqualTo(mari);
  }

  @Test
  void aQuestionThatReachedNobodyInTimeGoesToTheNextInLine() {
    // given
    company.having(tableau(Optional.of("olga"), true));
    talk.messages.bounced.add(talk.lastPrompt());
    // when
    talk.after(WEEK).hear(new Input.DeadlinePassed());
    // then
    assertThat(approver()).isEqualTo(olga);
    // when: nor does it reach the last one
    talk.messages.bounced.add(talk.lastPrompt());
    talk.after(WEEK).hear(new Input.DeadlinePassed());
    // then
    assertThat(((AttentionRequired) talk.state()).trouble())
        .isEqualTo(AttentionRequired.Trouble.NO_APPROVER);
  }

  private void olgaWasToldToDecideAndPetraStandsInForHer() {
    talk.hear(new Input.Reassign("op", olga));
    assertThat(approver()).isEqualTo(olga);
    talk.standIns.put(new StandIn(petra.id(), olga.id(), MONDAY, MONDAY.plus(WEEK)));
  }

  @Test
  void aStandInTakesOverWhatWasHandedToWhomTheyStandInFor() {
    // given
    olgaWasToldToDecideAndPetraStandsInForHer();
    // when
    talk.hear(new Input.StandInBegins(olga.id()));
    // then
    assertThat(approver()).isEqualTo(petra);
    assertThat(((ManagerAsked) talk.said.getLast()).why())
        .isEqualTo("Petra decides now, standing in for Olga.");
  }

  @Test
  void whoIsAwayAndWasHandedItIsReplacedByTheirStandIn() {
    // given
    olgaWasToldToDecideAndPetraStandsInForHer();
    company.put(with(olga, Holder.Status.ON_LEAVE));
    // when
    talk.hear(new Input.HolderChanged(olga.id(), Holder.Status.ON_LEAVE));
    // then
    assertThat(approver()).isEqualTo(petra);
  }

  @Test
  void aStandInWhoStandsInForTheHolderTooDoesNotTakeOver() {
    // given
    olgaWasToldToDecideAndPetraStandsInForHer();
    talk.standIns.put(new StandIn(petra.id(), john.id(), MONDAY, MONDAY.plus(WEEK)));
    // when
    talk.hear(new Input.StandInBegins(olga.id()));
    // then: the line begins with the manager
    assertThat(approver()).isEqualTo(mari);
  }
}
