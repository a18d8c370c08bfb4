package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.askingNobody;
import static dev.reclaim.consent.Story.campaign;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.robot;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.under;
import static dev.reclaim.consent.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.AttentionRequired.Trouble;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PromptId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Silence never takes the seat of somebody who is away, whose mail came back, or who is nobody. */
class SilenceNeverTakesTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Handling RELEASE_IF_THE_APPROVER_AGREES =
      Story.with(asking(Handling.Silence.RELEASE), Handling.Mode.ENFORCE, Handling.Approval.ALWAYS);

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Holder olga = person("Olga");
  private final Holder robot = robot("Robot", Optional.of(olga));
  private final Company company = Company.of(mari, john, olga, robot);

  private static Talk late(Talk talk) {
    talk.after(WEEK).hear(new Input.DeadlinePassed());
    return talk;
  }

  /** The holder was silent, and the approver is asked to agree. */
  private Talk approverAsked() {
    Talk talk = late(Talk.begun(company, found(john, RELEASE_IF_THE_APPROVER_AGREES)));
    assertThat(talk.state()).isInstanceOf(AwaitingApproval.class);
    return talk;
  }

  private static PromptId holderPrompt(Talk talk) {
    return talk.asks.getFirst().prompt();
  }

  @Test
  void theSilenceOfBothReleasesWhereTheHolderWasThereAndWasReached() {
    assertThat(late(approverAsked()).state()).isInstanceOf(AwaitingRevocation.class);
  }

  @Test
  void aHolderWhoIsOnLeaveMeanwhileIsAskedAgainWhenTheyAreBack() {
    // given
    Talk talk = approverAsked();
    company.put(with(john, Holder.Status.ON_LEAVE));
    talk.hear(new Input.HolderChanged(john.id(), Holder.Status.ON_LEAVE));
    // when
    late(talk);
    // then
    assertThat(talk.state()).isInstanceOf(Ready.class);
    // when
    company.put(john);
    talk.hear(new Input.HolderChanged(john.id(), Holder.Status.ACTIVE));
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingUser.class);
  }

  @Test
  void aHolderWhoIsOnLeaveIsNotSilentUnderARuleThatAsksNobodyEither() {
    // given
    Handling handling =
        Story.with(askingNobody(true), Handling.Mode.ENFORCE, Handling.Approval.ALWAYS);
    Talk talk = Talk.begun(company, found(john, handling));
    company.put(with(john, Holder.Status.ON_LEAVE));
    // then
    assertThat(late(talk).state()).isInstanceOf(Ready.class);
  }

  @Test
  void nobodyHasToBeAskedAboutALeaver() {
    // given
    Handling handling =
        Story.with(askingNobody(true), Handling.Mode.ENFORCE, Handling.Approval.ALWAYS);
    company.put(with(john, Holder.Status.LEFT));
    // then
    assertThat(late(Talk.begun(company, found(john, handling))).state())
        .isInstanceOf(AwaitingRevocation.class);
  }

  @Test
  void aHolderWhoLeftWithoutAnAnswerIsNotSilent() {
    // given
    Talk talk = approverAsked();
    company.put(with(john, Holder.Status.LEFT));
    // then
    assertThat(((AttentionRequired) late(talk).state()).trouble()).isEqualTo(Trouble.PARKED);
  }

  @Test
  void aQuestionThatCameBackUnnoticedIsNoSilence() {
    // given
    Talk talk = approverAsked();
    talk.messages.bounced.add(holderPrompt(talk));
    // then
    assertThat(((AttentionRequired) late(talk).state()).trouble()).isEqualTo(Trouble.NOBODY_TO_ASK);
  }

  @Test
  void aQuestionThatComesBackLateTakesTheApproversQuestionBack() {
    // given
    Talk talk = approverAsked();
    // when
    talk.hear(new Input.Undeliverable(holderPrompt(talk), "no such mailbox"));
    // then
    assertThat(((AttentionRequired) talk.state()).trouble()).isEqualTo(Trouble.NOBODY_TO_ASK);
    assertThat(talk.state().openPrompts()).isEmpty();
  }

  @Test
  void aQuestionThatComesBackAfterItsAnswerChangesNothing() {
    // given
    Talk talk = Talk.begun(company, found(john, asking(Handling.Silence.RELEASE)));
    talk.holderSays(Answer.KEEP);
    // then
    assertThat(talk.hear(new Input.Undeliverable(holderPrompt(talk), "no such mailbox")))
        .isInstanceOf(Decision.NoEffect.class);
  }

  private Talk robotAsked(Handling.Silence silence) {
    Talk talk = Talk.begun(company, found(robot, asking(silence)));
    assertThat(((AwaitingUser) talk.state()).asked()).isEqualTo(olga.id());
    return talk;
  }

  @ParameterizedTest
  @EnumSource(Handling.Silence.class)
  void aRobotWhoseOwnerVanishesNeedsAttentionWhateverSilenceMeans(Handling.Silence silence) {
    // given
    Talk talk = robotAsked(silence);
    company.put(robot("Robot", Optional.empty()));
    // then
    assertThat(((AttentionRequired) late(talk).state()).trouble()).isEqualTo(Trouble.NOBODY_TO_ASK);
  }

  @Test
  void aRobotWhoseOwnerLeavesNeedsAttentionAtOnce() {
    // given
    Talk talk = robotAsked(Handling.Silence.ASK_APPROVER);
    company.put(with(olga, Holder.Status.LEFT));
    // when
    talk.hear(new Input.HolderChanged(olga.id(), Holder.Status.LEFT));
    // then
    assertThat(((AttentionRequired) talk.state()).trouble()).isEqualTo(Trouble.NOBODY_TO_ASK);
  }

  @Test
  void aRobotWithAnotherOwnerIsAskedAboutAfresh() {
    // given
    Talk talk = robotAsked(Handling.Silence.RELEASE);
    company.put(robot("Robot", Optional.of(mari)));
    // when
    talk.hear(new Input.HolderChanged(robot.id(), Holder.Status.ACTIVE));
    // then
    assertThat(((AwaitingUser) talk.state()).asked()).isEqualTo(mari.id());
    assertThat(((AwaitingUser) talk.state()).until()).isEqualTo(MONDAY.plus(WEEK));
  }

  @Test
  void aRobotWhoseOwnerChangesUnnoticedIsAskedAboutAfreshAtTheDeadline() {
    // given
    Talk talk = robotAsked(Handling.Silence.RELEASE);
    company.put(robot("Robot", Optional.of(mari)));
    // then
    assertThat(((AwaitingUser) late(talk).state()).asked()).isEqualTo(mari.id());
  }

  @Test
  void theSilenceOfApproversDoesNotReplaceTheAnswerOfANewOwner() {
    // given
    company.having(tableau(Optional.of("john"), true));
    Talk talk = late(Talk.begun(company, found(robot, RELEASE_IF_THE_APPROVER_AGREES)));
    assertThat(((AwaitingApproval) talk.state()).approver()).isEqualTo(john.id());
    // when
    company.put(robot("Robot", Optional.of(mari)));
    // then
    assertThat(((AwaitingUser) late(talk).state()).asked()).isEqualTo(mari.id());
    // given
    company.put(robot("Robot", Optional.of(olga)));
    Talk other = late(Talk.begun(company, found(robot, RELEASE_IF_THE_APPROVER_AGREES)));
    // when
    company.put(robot("Robot", Optional.empty()));
    // then
    assertThat(((AttentionRequired) late(other).state()).trouble())
        .isEqualTo(Trouble.NOBODY_TO_ASK);
  }

  @Test
  void anotherRobotOwnsNothing() {
    // given
    Holder machine = robot("Machine", Optional.empty());
    company.put(machine);
    company.put(robot("Robot", Optional.of(machine)));
    // then
    assertThat(Talk.begun(company, found(robot, asking(Handling.Silence.RELEASE))).state())
        .isInstanceOf(AttentionRequired.class);
  }

  @Test
  void whoGotTheQuestionLateHasAsLongToAnswerAndNotAMomentLess() {
    // given
    Talk talk = Talk.begun(company, found(john, asking(Handling.Silence.RELEASE)));
    Duration outage = Duration.ofDays(3);
    talk.messages.late.put(holderPrompt(talk), MONDAY.plus(outage));
    // when
    late(talk);
    // then
    Instant until = MONDAY.plus(outage).plus(WEEK);
    assertThat(((AwaitingUser) talk.state()).until()).isEqualTo(until);
    talk.now = until.minusMillis(1);
    assertThat(talk.hear(new Input.DeadlinePassed())).isInstanceOf(Decision.NoEffect.class);
    // when
    talk.now = until;
    talk.hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.state()).isInstanceOf(AwaitingRevocation.class);
  }

  @Test
  void anApproverWhoGotTheQuestionLateHasAsLongToo() {
    // given
    Talk talk = approverAsked();
    Duration outage = Duration.ofDays(2);
    talk.messages.late.put(talk.lastPrompt(), talk.now.plus(outage));
    Instant until = talk.now.plus(outage).plus(WEEK);
    // when
    late(talk);
    // then
    assertThat(((AwaitingApproval) talk.state()).until()).isEqualTo(until);
  }

  @ParameterizedTest
  @EnumSource(
      value = Handling.Approval.class,
      names = {"ALWAYS", "ON_KEEP"})
  void aCampaignThatEndsBeforeTheTimeToAnswerTakesNothing(Handling.Approval approval) {
    // given: the campaign ends an hour after the question
    Instant end = MONDAY.plus(Duration.ofHours(1));
    company.put(ending(end));
    Handling handling =
        Story.with(
            under("spring", asking(Handling.Silence.RELEASE)), Handling.Mode.ENFORCE, approval);
    Talk talk = Talk.begun(company, found(john, handling));
    assertThat(((AwaitingUser) talk.state()).until()).isEqualTo(end);
    // when
    talk.now = end;
    talk.hear(new Input.DeadlinePassed());
    // then
    assertThat(((AttentionRequired) talk.state()).trouble()).isEqualTo(Trouble.PARKED);
  }

  private static CampaignDefined ending(Instant end) {
    return campaign(
        "spring",
        new CampaignPlan(
            Optional.empty(),
            List.of(),
            CampaignPlan.ReasonForKeep.OPTIONAL,
            CampaignPlan.Priority.NORMAL,
            new CampaignPlan.Timing(
                Optional.empty(), Optional.empty(), List.of(), Optional.of(end)),
            false));
  }
}
