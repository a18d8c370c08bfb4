package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.campaign;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The deadline that a message names is the one that holds, however late the message leaves. */
class LeavesLateTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration OUTAGE = Duration.ofDays(3);

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Company company = Company.of(mari, john);

  /** The channel has not taken the last question yet. */
  private static Talk waiting(Talk talk) {
    talk.messages.bounced.add(talk.lastPrompt());
    return talk;
  }

  private static Decision leaves(Talk talk) {
    return talk.hear(new Input.QuestionLeaves(talk.lastPrompt()));
  }

  @Test
  void aHolderHasTheWholeTimeFromWhenTheQuestionLeavesAndIsRemindedByThat() {
    // given
    company.put(
        campaign(
            "spring",
            plan(
                new CampaignPlan.Timing(
                    Optional.empty(), Optional.empty(), List.of(3, 1), Optional.empty()))));
    Talk talk =
        waiting(
            Talk.begun(company, found(john, under("spring", asking(Handling.Silence.RELEASE)))));
    // when
    leaves(talk.after(OUTAGE));
    // then
    Pending pending = ((AwaitingUser) talk.state()).pending();
    assertThat(pending.until()).isEqualTo(MONDAY.plus(OUTAGE).plus(WEEK));
    assertThat(pending.reminders())
        .hasSize(2)
        .allMatch(it -> it.isAfter(MONDAY.plus(OUTAGE).plus(Duration.ofDays(3))));
    // when: it had reached them after all, and goes out once more
    talk.messages.bounced.clear();
    talk.after(OUTAGE);
    // then
    assertThat(leaves(talk)).isInstanceOf(Decision.NoEffect.class);
  }

  @Test
  void anApproverHasTheWholeTimeToo() {
    // given
    Talk talk = Talk.begun(company, found(john, asking(Handling.Silence.RELEASE)));
    talk.holderSays(Answer.KEEP);
    waiting(talk);
    // when
    leaves(talk.after(OUTAGE));
    // then
    assertThat(((AwaitingApproval) talk.state()).until()).isEqualTo(MONDAY.plus(OUTAGE).plus(WEEK));
    assertThat(talk.lastPrompt()).isEqualTo(((AwaitingApproval) talk.state()).prompt());
  }

  @Test
  void aQuestionThatLeavesInTimeMovesNothing() {
    // given
    Talk talk = waiting(Talk.begun(company, found(john, asking(Handling.Silence.RELEASE))));
    // then
    assertThat(leaves(talk)).isInstanceOf(Decision.NoEffect.class);
    assertThat(talk.hear(new Input.QuestionLeaves(new PromptId("prm-other"))))
        .isInstanceOf(Decision.NoEffect.class);
  }

  @Test
  void whatWouldLeaveAfterItsCampaignIsOverIsNotAskedAnyMore() {
    // given
    Instant end = MONDAY.plus(OUTAGE);
    company.put(
        campaign(
            "spring",
            plan(
                new CampaignPlan.Timing(
                    Optional.empty(), Optional.empty(), List.of(), Optional.of(end)))));
    Talk talk =
        waiting(
            Talk.begun(company, found(john, under("spring", asking(Handling.Silence.RELEASE)))));
    // when
    talk.now = end.minusMillis(1);
    // then
    assertThat(leaves(talk)).isInstanceOf(Decision.NoEffect.class);
    // when
    talk.now = end;
    leaves(talk);
    // then
    assertThat(((AttentionRequired) talk.state()).why()).contains("did not reach the holder");
  }

  private static CampaignPlan plan(CampaignPlan.Timing timing) {
    return new CampaignPlan(
        Optional.empty(),
        List.of(),
        CampaignPlan.ReasonForKeep.OPTIONAL,
        CampaignPlan.Priority.NORMAL,
        timing,
        false);
  }
}
