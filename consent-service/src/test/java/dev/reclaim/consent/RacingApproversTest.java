package dev.reclaim.consent;

import static dev.reclaim.consent.Stage.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.ConsentEvent.ManagerAnswered;
import dev.reclaim.events.ConsentEvent.ManagerAsked;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class RacingApproversTest {

  private final TopicView topics = new TopicView();
  @Inject People people;

  @AfterEach
  void hangUp() {
    topics.close();
  }

  private void known(Holder person) {
    topics.send("usage-ingest", new HolderChanged(person));
    Awaitility.await().until(() -> people.find(person.id()).isPresent());
  }

  @RepeatedTest(5)
  void oneDecidesOrTheOtherIsAskedAndNeverBoth() throws Exception {
    // given: the approver is about to answer, while an operator asks somebody else
    Stage stage = new Stage(topics, Story.asking(Handling.Silence.RELEASE));
    Holder operator = Story.person("operator");
    known(operator);
    known(Story.managedBy(stage.holder, operator));
    known(stage.manager);
    topics.send("rule-evaluator", stage.found);
    MailServer.Letter mail = stage.mailToHolder();
    Stage.send(mail, mail.code(), "Keep").then().statusCode(200);
    stage.said(ManagerAsked.class);
    // when
    List<Integer> answers =
        atOnce(
            () ->
                as("operator")
                    .contentType(ContentType.JSON)
                    .body(Map.of("answer", "Release"))
                    .post("/approvals/" + stage.found.candidate())
                    .statusCode(),
            () ->
                as("admin")
                    .contentType(ContentType.JSON)
                    .body(Map.of("approver", stage.manager.id().value()))
                    .post(stage.path() + "/reassign")
                    .statusCode());
    // then
    assertThat(answers).containsOnlyOnce(200);
    boolean decided = answers.getFirst() == 200;
    stage.awaitState(decided ? "AwaitingRevocation" : "AwaitingApproval");
    assertThat(stage.countOf(ManagerAnswered.class)).isEqualTo(decided ? 1 : 0);
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Integer> first =
          threads.submit(
              () -> {
                start.await();
                return one.call();
              });
      Future<Integer> second =
          threads.submit(
              () -> {
                start.await();
                return other.call();
              });
      return List.of(first.get(), second.get());
    }
  }
}
