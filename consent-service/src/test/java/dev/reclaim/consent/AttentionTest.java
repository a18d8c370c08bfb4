package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.living;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All rules together take only so much of people's attention. */
class AttentionTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final AttentionBudget USUAL =
      new AttentionBudget(
          WEEK,
          Duration.ofDays(1),
          new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0), true),
          Duration.ofMinutes(1));

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Holder jane = managedBy(person("Jane"), mari);
  private final Company company = Company.of(mari, john, jane);
  private final MessagesInMemory messages = new MessagesInMemory();

  private Talk found(Holder holder, String application, Instant at) {
    CandidateFound like = Story.found(holder, asking(Handling.Silence.KEEP));
    SeatRef seat =
        SeatRef.of(
            holder.id(),
            new ApplicationId(application),
            SeatRef.ONLY_TIER,
            holder.name(),
            new Via.Direct());
    CandidateFound found =
        new CandidateFound(
            CandidateId.of(seat.id(), like.rule(), 1),
            seat,
            like.rule(),
            1,
            1,
            like.reasons(),
            like.evidence(),
            like.handling(),
            like.pricePerMonth(),
            at);
    Talk talk = new Talk(company, found, USUAL, messages);
    talk.now = at;
    talk.hear(new Input.Found(found));
    return talk;
  }

  @Test
  void severalSeatsOfOnePersonGoIntoOneMessage() {
    // when
    found(john, "tableau", MONDAY);
    found(john, "miro", MONDAY.plusSeconds(59));
    found(jane, "miro", MONDAY);
    // then
    assertThat(messages.waiting).hasSize(2);
    assertThat(messages.waiting.getFirst().prompts()).hasSize(2);
    assertThat(messages.waiting.getFirst().sendFrom()).isEqualTo(MONDAY.plusSeconds(60));
  }

  @Test
  void aHolderIsAskedOnceAWeekAndNotAMomentEarlier() {
    // given
    found(john, "tableau", MONDAY);
    messages.send(MONDAY.plusSeconds(60));
    // when
    Talk second = found(john, "miro", MONDAY.plus(Duration.ofDays(2)));
    Talk third = found(john, "figma", MONDAY.plus(Duration.ofDays(3)));
    // then
    assertThat(second.state())
        .isInstanceOfSatisfying(
            Ready.class, it -> assertThat(it.askFrom()).hasValue(MONDAY.plus(WEEK)));
    second.now = MONDAY.plus(WEEK).minusMillis(1);
    assertThat(second.hear(new Input.DeadlinePassed())).isInstanceOf(Decision.NoEffect.class);
    // when
    second.now = MONDAY.plus(WEEK);
    third.now = MONDAY.plus(WEEK);
    second.hear(new Input.DeadlinePassed());
    third.hear(new Input.DeadlinePassed());
    // then
    assertThat(second.state()).isInstanceOf(AwaitingUser.class);
    assertThat(third.state()).isInstanceOf(AwaitingUser.class);
    assertThat(messages.waiting)
        .singleElement()
        .satisfies(it -> assertThat(it.prompts()).hasSize(2));
    assertThat(((AwaitingUser) second.state()).until()).isEqualTo(MONDAY.plus(WEEK).plus(WEEK));
  }

  @Test
  void anOperatorDoesNotSpendWhatTheBudgetDoesNotHave() {
    // given
    found(john, "tableau", MONDAY);
    messages.send(MONDAY.plusSeconds(60));
    Talk second = found(john, "miro", MONDAY.plus(Duration.ofDays(1)));
    // when
    second.hear(new Input.Reclaim("op"));
    // then
    assertThat(second.state()).isInstanceOf(Ready.class);
    assertThat(second.state().file().requester()).hasValue("op");
  }

  @Test
  void nobodyIsAskedAtNightOrOnADayOff() {
    // given: Monday 09:00 UTC is Monday 18:00 in Tokyo
    company.put(living(john, "Asia/Tokyo"));
    Talk tokyo = found(john, "tableau", MONDAY);
    // then
    assertThat(((Ready) tokyo.state()).askFrom()).hasValue(Instant.parse("2026-03-02T23:00:00Z"));
    // given: works on Wednesdays
    company.put(living(jane, "UTC", DayOfWeek.WEDNESDAY));
    Talk wednesdays = found(jane, "tableau", MONDAY);
    // then
    assertThat(((Ready) wednesdays.state()).askFrom())
        .hasValue(Instant.parse("2026-03-04T08:00:00Z"));
  }

  @Test
  void anApproverGetsOneDigestADay() {
    // given
    Talk first = found(john, "tableau", MONDAY);
    Talk second = found(jane, "tableau", MONDAY);
    messages.send(MONDAY.plusSeconds(60));
    first.now = MONDAY.plus(Duration.ofHours(1));
    first.holderSays(Answer.KEEP);
    messages.send(MONDAY.plus(Duration.ofHours(2)));
    // when
    second.now = MONDAY.plus(Duration.ofHours(3));
    second.holderSays(Answer.KEEP);
    // then
    Instant tomorrow = MONDAY.plus(Duration.ofHours(25));
    assertThat(messages.waiting)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.wanted().purpose()).isEqualTo(Message.Purpose.DIGEST);
              assertThat(it.sendFrom()).isEqualTo(tomorrow.plusSeconds(60));
            });
    assertThat(((AwaitingApproval) second.state()).until()).isEqualTo(tomorrow.plus(WEEK));
  }

  @Test
  void remindersComeInTheMorningAndStopWithTheAnswer() {
    // given
    Talk talk = found(john, "tableau", MONDAY);
    AwaitingUser asked = (AwaitingUser) talk.state();
    // then: until Monday 09:00; three days before is Friday, one day before is a Sunday, so Friday
    // too
    assertThat(asked.pending().reminders())
        .containsExactly(
            Instant.parse("2026-03-06T08:00:00Z"), Instant.parse("2026-03-09T08:00:00Z"));
    // when
    talk.now = Instant.parse("2026-03-06T07:59:59Z");
    assertThat(talk.hear(new Input.DeadlinePassed())).isInstanceOf(Decision.NoEffect.class);
    talk.now = Instant.parse("2026-03-06T08:00:00Z");
    talk.hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.heard()).endsWith("Reminded");
    assertThat(talk.hear(new Input.DeadlinePassed())).isInstanceOf(Decision.NoEffect.class);
    assertThat(talk.reminders).hasSize(1);
    // when
    talk.holderSays(Answer.RELEASE);
    talk.now = Instant.parse("2026-03-09T08:00:00Z");
    talk.hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.reminders).hasSize(1);
  }

  @Test
  void remindersThatWereMissedAreMadeUpForByOne() {
    // given
    Talk talk = found(john, "tableau", MONDAY);
    // when: the service was down until the last hour
    talk.now = Instant.parse("2026-03-09T08:30:00Z");
    talk.hear(new Input.DeadlinePassed());
    // then
    assertThat(talk.reminders).hasSize(1);
    assertThat(((AwaitingUser) talk.state()).pending().reminders()).isEmpty();
  }

  @Test
  void aDeadlineAtMidnightBelongsToTheDayThatEnds() {
    assertThat(USUAL.reminders(List.of(0), john, MONDAY, Instant.parse("2026-03-11T00:00:00Z")))
        .containsExactly(Instant.parse("2026-03-10T08:00:00Z"));
  }
}
