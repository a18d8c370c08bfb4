package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.events.ConsentEvent.CandidateReady;
import dev.reclaim.events.ConsentEvent.HolderAsked;
import dev.reclaim.events.Handling;
import dev.reclaim.messaging.Cause;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class BrokenOffTest {

  @Inject CandidateDesk desk;
  @Inject CandidateList candidates;

  @Test
  void aTransactionThatBreaksOffLeavesNothingBehindAndIsRepeated() {
    try (TopicView topics = new TopicView()) {
      // given
      Stage stage = new Stage(topics, Story.asking(Handling.Silence.KEEP));
      stage.peopleAreKnown();
      // when
      assertThatThrownBy(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () -> {
                            desk.take(
                                stage.found.candidate(),
                                new Input.Found(stage.found),
                                Cause.NONE,
                                MovableClock.TIME.instant());
                            throw new IllegalStateException("the power is gone");
                          }))
          .hasMessage("the power is gone");
      // then
      assertThat(candidates.find(stage.found.candidate())).isEmpty();
      // when
      topics.send("rule-evaluator", stage.found);
      topics.send("rule-evaluator", stage.found);
      // then
      stage.said(HolderAsked.class);
      stage.mailToHolder();
      assertThat(stage.countOf(CandidateReady.class)).isEqualTo(1);
    }
  }
}
