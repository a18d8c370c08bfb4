package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class MessageTableTest {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** No worker looks after this channel here. */
  private static final Channel CHANNEL = Channel.WEBHOOK;

  /** Nor after this one, which one test has for itself. */
  private static final Channel OTHER = Channel.TEAMS;

  @Inject Messages messages;
  @Inject Prompts prompts;
  @Inject Candidates candidates;
  @Inject People people;
  @Inject WhenMessageFailsThenTryAnother fails;

  private final Holder reader = Story.person("Reader" + COUNT.incrementAndGet());
  private final Messages.Wanted ask =
      new Messages.Wanted(reader.id(), Message.Purpose.ASK, CHANNEL);

  private static <T> T inTransaction(Callable<T> work) {
    return QuarkusTransaction.requiringNew().call(work);
  }

  private PromptId question() {
    var found =
        Story.found(
            Story.person("Seat" + COUNT.incrementAndGet()), Story.asking(Handling.Silence.KEEP));
    CaseFile file = CaseFile.of(found);
    PromptId prompt = file.nextPrompt(reader.id());
    return inTransaction(
        () -> {
          candidates.put(Ready.untilBack(file, "test"), MONDAY);
          prompts.open(
              found.candidate(),
              new Decision.Ask(
                  prompt,
                  Decision.Kind.HOLDER,
                  reader.id(),
                  MONDAY.plus(Duration.ofDays(7)),
                  MONDAY),
              MONDAY);
          messages.gather(prompt, ask, MONDAY.plusSeconds(60), MONDAY);
          return prompt;
        });
  }

  private Optional<Message> claim(Instant now) {
    return inTransaction(() -> messages.claim(CHANNEL, now, now.plusSeconds(120)));
  }

  @Test
  void aQuestionAndItsReminderThatWaitedForTheSameServerDoNotBothGoOut() {
    // given: neither could leave
    PromptId question = question();
    drain();
    Instant later = MONDAY.plus(Duration.ofDays(3));
    gather(question, Message.Purpose.ASK, MONDAY, MONDAY);
    gather(question, Message.Purpose.REMINDER, later, later);
    Message asks = claimOther(MONDAY).orElseThrow();
    inTransaction(() -> tryAgain(asks, later.plusSeconds(60)));
    // then: the reminder comes first, and has nothing to remind of
    assertThat(claimOther(later)).isEmpty();
    // when: another one, which was begun before the question was heard
    gather(question, Message.Purpose.REMINDER, later.plusSeconds(60), later.plusSeconds(62));
    assertThat(claimOther(later.plusSeconds(60)).orElseThrow().id()).isEqualTo(asks.id());
    inTransaction(() -> sent(asks, later.plusSeconds(61)));
    // then
    assertThat(claimOther(later.plusSeconds(62))).isEmpty();
    // when
    gather(question, Message.Purpose.REMINDER, later.plusSeconds(90), later.plusSeconds(90));
    // then
    Message reminds = claimOther(later.plusSeconds(90)).orElseThrow();
    assertThat(reminds.prompts()).containsExactly(question);
    inTransaction(() -> sent(reminds, later.plusSeconds(91)));
  }

  private void gather(PromptId question, Message.Purpose purpose, Instant now, Instant from) {
    inTransaction(
        () -> {
          messages.gather(question, new Messages.Wanted(reader.id(), purpose, OTHER), from, now);
          return true;
        });
  }

  private Optional<Message> claimOther(Instant now) {
    return inTransaction(() -> messages.claim(OTHER, now, now.plusSeconds(120)));
  }

  private boolean tryAgain(Message message, Instant at) {
    messages.tryAgainAt(message.id(), at);
    return true;
  }

  private boolean sent(Message message, Instant at) {
    messages.sent(message.id(), Optional.empty(), at);
    return true;
  }

  @Test
  void aMessageGathersUntilItIsClaimedAndIsClaimedOnce() {
    // given
    PromptId first = question();
    PromptId second = question();
    assertThat(messages.lately(reader.id()).gathers()).isTrue();
    // then
    assertThat(claim(MONDAY.plusSeconds(60).minusMillis(1))).isEmpty();
    // when
    Message message = claim(MONDAY.plusSeconds(60)).orElseThrow();
    // then
    assertThat(message.prompts()).containsExactlyInAnyOrder(first, second);
    assertThat(claim(MONDAY.plusSeconds(60))).isEmpty();
    // when
    PromptId third = question();
    assertThat(claim(MONDAY.plusSeconds(61)).orElseThrow().prompts()).containsExactly(third);
    // when: the sender of the first was killed, so the lease runs out
    Message again = claim(MONDAY.plusSeconds(180)).orElseThrow();
    // then
    assertThat(again.id()).isEqualTo(message.id());
    inTransaction(
        () -> {
          messages.sent(message.id(), Optional.of("ref"), MONDAY.plusSeconds(181));
          return true;
        });
    assertThat(messages.lately(reader.id()).lastAsk()).hasValue(MONDAY.plusSeconds(181));
    assertThat(prompts.delivered(Set.of(first, second))).isTrue();
    assertThat(prompts.delivered(Set.of(first, third))).isFalse();
    drain();
  }

  @Test
  void whatWasAnsweredOrClosedMeanwhileIsLeftOut() {
    // given
    PromptId answered = question();
    PromptId open = question();
    inTransaction(
        () -> {
          prompts.answered(answered, Answer.KEEP, MONDAY);
          return true;
        });
    // then
    assertThat(claim(MONDAY.plusSeconds(60)).orElseThrow().prompts()).containsExactly(open);
    // given
    inTransaction(
        () -> {
          prompts.answered(open, Answer.KEEP, MONDAY);
          return true;
        });
    // then
    assertThat(claim(MONDAY.plusSeconds(600))).isEmpty();
  }

  @Test
  void whatComesBackWasNotDelivered() {
    // given
    PromptId prompt = question();
    Message message = claim(MONDAY.plusSeconds(60)).orElseThrow();
    inTransaction(
        () -> {
          messages.sent(message.id(), Optional.empty(), MONDAY.plusSeconds(61));
          messages.undeliverable(message.id(), "mailbox full");
          return true;
        });
    // then
    assertThat(prompts.delivered(Set.of(prompt))).isFalse();
    assertThat(messages.channelsOf(prompt)).containsExactly(CHANNEL);
    assertThat(messages.lately(reader.id()).lastAsk()).isEmpty();
  }

  @Test
  void aReminderThatComesBackTakesNothingFromWhatWasDelivered() {
    // given: the question was delivered, and its reminder is on its way
    CaseFile file = CaseFile.of(Story.found(reader, Story.asking(Handling.Silence.KEEP)));
    PromptId prompt = file.nextPrompt(reader.id());
    Instant until = MONDAY.plus(Duration.ofDays(7));
    Messages.Wanted reminder = new Messages.Wanted(reader.id(), Message.Purpose.REMINDER, CHANNEL);
    inTransaction(
        () -> {
          Pending pending = new Pending(reader.id(), prompt, until, List.of());
          candidates.put(new AwaitingUser(file.nextRound(), pending), MONDAY);
          prompts.open(
              file.candidate(),
              new Decision.Ask(prompt, Decision.Kind.HOLDER, reader.id(), until, MONDAY),
              MONDAY);
          messages.gather(prompt, ask, MONDAY, MONDAY);
          return true;
        });
    Message first = claim(MONDAY).orElseThrow();
    inTransaction(
        () -> {
          messages.sent(first.id(), Optional.empty(), MONDAY);
          messages.gather(prompt, reminder, MONDAY, MONDAY.plusSeconds(1));
          return true;
        });
    Message second = claim(MONDAY.plusSeconds(1)).orElseThrow();
    // when
    assertThat(inTransaction(() -> fails.undeliverable(second.id(), "refused", MONDAY))).isTrue();
    // then
    assertThat(state(file)).isInstanceOf(AwaitingUser.class);
    // when
    assertThat(inTransaction(() -> fails.undeliverable(first.id(), "came back", MONDAY))).isTrue();
    // then
    assertThat(state(file)).isInstanceOf(AttentionRequired.class);
  }

  private Candidate state(CaseFile file) {
    return inTransaction(() -> candidates.lock(file.candidate())).orElseThrow();
  }

  @Test
  void nobodyIsWrittenToAtNightHoweverLateAMessageIs() {
    // given: in Tokyo it is six in the evening, and quiet until eight in the morning
    inTransaction(() -> people.put(Story.living(reader, "Asia/Tokyo")));
    PromptId prompt = question();
    NextMessage next =
        new NextMessage(
            messages,
            people,
            new AttentionBudget(
                Duration.ZERO,
                Duration.ZERO,
                new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0), true),
                Duration.ZERO));
    Instant morning = Instant.parse("2026-03-02T23:00:00Z");
    // then
    assertThat(mine(next, MONDAY.plusSeconds(60))).isEmpty();
    assertThat(mine(next, morning.minusMillis(1))).isEmpty();
    // when: what is asked in between goes with it
    assertThat(messages.lately(reader.id()).gathers()).isTrue();
    Message message = mine(next, morning).orElseThrow();
    // then
    assertThat(message.prompts()).containsExactly(prompt);
    assertThat(message.attempt()).isEqualTo(1);
  }

  /** Others have left messages that are due. */
  private Optional<Message> mine(NextMessage next, Instant now) {
    return Stream.generate(
            () -> inTransaction(() -> next.claim(CHANNEL, now, now.plusSeconds(120))))
        .takeWhile(Optional::isPresent)
        .map(Optional::orElseThrow)
        .filter(it -> it.reader().equals(reader.id()))
        .findFirst();
  }

  @Test
  void aQuestionMayHaveMoreTime() {
    // given
    PromptId prompt = question();
    // when
    inTransaction(
        () -> {
          prompts.extend(prompt, MONDAY.plus(Duration.ofDays(9)));
          return true;
        });
    // then
    assertThat(prompts.find(prompt).orElseThrow().until())
        .isEqualTo(MONDAY.plus(Duration.ofDays(9)));
    drain();
  }

  private void drain() {
    List.of(1, 2, 3).forEach(hours -> claim(MONDAY.plus(Duration.ofHours(hours))));
  }
}
