package dev.reclaim.consent;

import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.askingNobody;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorsTest {

  private static final String BY = "op";

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Holder olga = person("Olga");
  private final Company company = Company.of(mari, john, olga);

  private Talk asked() {
    return Talk.begun(company, found(john, asking(Handling.Silence.RELEASE)));
  }

  private Talk failed() {
    Talk talk = Talk.begun(company, found(john, askingNobody(true)));
    talk.hear(new Input.RevocationFailed("No.", "Look."));
    return talk;
  }

  private static void refused(Decision decision) {
    assertThat(decision)
        .isInstanceOfSatisfying(Decision.NoEffect.class, it -> assertThat(it.why()).endsWith("."));
  }

  @Test
  void snoozeAsksAgainAtItsTimeAndNotAMomentBefore() {
    // given
    Talk talk = asked();
    talk.hear(new Input.Snooze(BY, talk.now.plus(Duration.ofDays(3))));
    assertThat(talk.state()).isInstanceOf(Ready.class);
    refused(talk.holderSays(Answer.RELEASE));
    // then
    talk.after(Duration.ofDays(3).minusMillis(1));
    assertThat(talk.hear(new Input.DeadlinePassed())).isInstanceOf(Decision.NoEffect.class);
    // when
    talk.after(Duration.ofMillis(1)).hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingUser.class);
    assertThat(talk.asks).hasSize(2);
  }

  @Test
  void snoozeIntoThePastIsRefused() {
    Talk talk = asked();
    refused(talk.hear(new Input.Snooze(BY, talk.now)));
  }

  @Test
  void reclaimStartsWhatWaitsAndStillAsks() {
    // given
    Talk talk = asked();
    refused(talk.hear(new Input.Reclaim(BY)));
    talk.hear(new Input.Snooze(BY, talk.now.plus(Duration.ofDays(3))));
    // when
    talk.hear(new Input.Reclaim(BY));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingUser.class);
    assertThat(talk.state().file().requester()).hasValue(BY);
  }

  @Test
  void reclaimDoesNotLiftAHold() {
    // given
    Talk talk = asked();
    talk.hear(new Input.HoldPlaced("A lawsuit.", Optional.empty()));
    // then
    refused(talk.hear(new Input.Reclaim(BY)));
    // when
    talk.hear(new Input.Resume(BY));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingUser.class);
  }

  @Test
  void skipEndsItFromAnywhereOpenAndOnce() {
    // given
    Talk talk = failed();
    // when
    talk.hear(new Input.Skip(BY, "They need it."));
    // then
    assertThat(((ClosedSkipped) talk.state()).why()).isEqualTo("op skipped it: They need it.");
    refused(talk.hear(new Input.Skip(BY, "Again.")));
    refused(talk.hear(new Input.Reclaim(BY)));
    refused(talk.hear(new Input.Resume(BY)));
    refused(talk.hear(new Input.Snooze(BY, talk.now.plusSeconds(1))));
    refused(talk.hear(new Input.Reassign(BY, olga)));
    refused(talk.hear(new Input.CloseComplete(BY, "Done.", "T-1")));
  }

  @Test
  void closingByHandNeedsADecisionAndAnApplicationWithoutConnection() {
    // given
    refused(asked().hear(new Input.CloseComplete(BY, "Done.", "T-1")));
    company.having(tableau(Optional.empty(), true));
    Talk connected = failed();
    refused(connected.hear(new Input.CloseComplete(BY, "Done.", "T-1")));
    company.having(tableau(Optional.empty(), false));
    Talk talk = failed();
    // when
    talk.hear(new Input.CloseComplete(BY, "Done, see ticket 12.", "T-12"));
    // then
    assertThat(((ClosedComplete) talk.state()).why())
        .isEqualTo("op took the seat back by hand: Done, see ticket 12.");
  }

  @Test
  void closingByHandNeedsTheDefinitionOfTheApplication() {
    // given: nobody has defined it
    Talk talk = failed();
    // then
    refused(talk.hear(new Input.CloseComplete(BY, "Done.", "T-1")));
    // when
    company.having(tableau(Optional.empty(), false));
    talk.hear(new Input.CloseComplete(BY, "Done.", "T-1"));
    // then
    assertThat(talk.state()).isInstanceOf(ClosedComplete.class);
  }

  /** The holder's wish, and then nobody's word. */
  private Talk parked(Optional<Answer> wish, Handling.Approval approval) {
    Talk talk =
        Talk.begun(
            company,
            found(
                john, Story.with(asking(Handling.Silence.PARK), Handling.Mode.ENFORCE, approval)));
    wish.ifPresent(talk::holderSays);
    talk.after(Duration.ofDays(7)).hear(new Input.DeadlinePassed());
    assertThat(((AttentionRequired) talk.state()).trouble())
        .isEqualTo(AttentionRequired.Trouble.PARKED);
    return talk;
  }

  @Test
  void whatTheHolderWishesToKeepIsTakenOnAnApproversWordAlone() {
    // given
    Talk talk = parked(Optional.of(Answer.KEEP), Handling.Approval.ON_KEEP);
    // when
    talk.hear(new Input.Reclaim(BY));
    // then
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(mari.id());
    assertThat(talk.state().file().requester()).hasValue(BY);
    // when
    talk.approverSays(Answer.RELEASE);
    // then
    assertThat(((AwaitingRevocation) talk.state()).decided())
        .isEqualTo(AwaitingRevocation.Decided.APPROVER);
  }

  @Test
  void anApproverWhoReclaimsWhatTheHolderWishesToKeepDoesNotDecideIt() {
    // given: Mari is the only one who may decide
    Talk talk = parked(Optional.of(Answer.KEEP), Handling.Approval.ON_KEEP);
    // then
    refused(talk.hear(new Input.Reclaim("MARI")));
    assertThat(talk.state()).isInstanceOf(AttentionRequired.class);
  }

  @Test
  void whatNobodyWishesToKeepAnOperatorTakesAndThatIsOnTheRecord() {
    // given
    Talk talk = parked(Optional.empty(), Handling.Approval.ON_KEEP);
    // when
    talk.hear(new Input.Reclaim(BY));
    // then
    assertThat(((AwaitingRevocation) talk.state()).decided())
        .isEqualTo(AwaitingRevocation.Decided.OPERATOR);
    assertThat(talk.state().file().requester()).hasValue(BY);
  }

  @Test
  void nobodyOfOperationsTakesTheirOwnParkedSeat() {
    refused(parked(Optional.empty(), Handling.Approval.ON_KEEP).hear(new Input.Reclaim("john")));
  }

  @Test
  void whoSetsItGoingAgainIsRememberedWhereAnApproverIsLooked() {
    // given: the manager has left, and comes back
    company.put(with(mari, Holder.Status.LEFT));
    Talk talk = asked();
    talk.holderSays(Answer.KEEP);
    company.put(mari);
    // then
    refused(talk.hear(new Input.Reclaim("mari")));
    // when
    talk.hear(new Input.Reclaim(BY));
    // then
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(mari.id());
    assertThat(talk.state().file().requester()).hasValue(BY);
  }

  @Test
  void reassigningAsksSomebodyElseAndTheOldQuestionIsOver() {
    // given
    Talk talk = asked();
    refused(talk.hear(new Input.Reassign(BY, olga)));
    talk.holderSays(Answer.KEEP);
    var old = talk.lastPrompt();
    // when
    talk.hear(new Input.Reassign(BY, olga));
    // then
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(olga.id());
    assertThat(talk.hear(new Input.ApproverSaid(old, Answer.RELEASE, Optional.empty())))
        .isInstanceOf(Decision.NoEffect.class);
  }

  @Test
  void neitherTheHolderNorTheRequesterNorSomebodyAwayDecides() {
    // given
    Talk talk = asked();
    talk.holderSays(Answer.KEEP);
    // then
    refused(talk.hear(new Input.Reassign(BY, john)));
    refused(talk.hear(new Input.Reassign("OLGA", olga)));
    refused(talk.hear(new Input.Reassign(BY, with(olga, Holder.Status.ON_LEAVE))));
    refused(talk.hear(new Input.Reassign(BY, mari)));
  }
}
