package dev.reclaim.consent;

import static dev.reclaim.consent.Stage.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.events.Handling;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class ManyOrdersTest {

  private final TopicView topics = new TopicView();

  @AfterEach
  void hangUp() {
    topics.close();
  }

  private static ValidatableResponse give(String login, Map<String, Object> order) {
    return as(login).contentType(ContentType.JSON).body(order).post("/candidates/orders").then();
  }

  @Test
  void eachIsDecidedByItselfAndTheAnswerSaysWhichNeedALook() {
    // given
    Stage waiting =
        new Stage(
            topics,
            Story.with(Story.askingNobody(true), Handling.Mode.ASK, Handling.Approval.ON_KEEP));
    waiting.peopleAreKnown();
    topics.send("rule-evaluator", waiting.found);
    Stage asked = Stage.begun(topics, Handling.Silence.KEEP);
    waiting.awaitState("Ready");
    asked.awaitState("AwaitingUser");
    List<String> ids =
        List.of(waiting.found.candidate().value(), asked.found.candidate().value(), "no-such-one");
    // when
    give("operator", Map.of("order", "RECLAIM", "candidates", ids, "preview", true))
        .statusCode(200)
        .body("summary", equalTo("1 of 3: 2 need attention"));
    // then
    waiting.awaitState("Ready");
    // when
    give("operator", Map.of("order", "RECLAIM", "candidates", ids))
        .statusCode(200)
        .body("done", equalTo(1))
        .body("needAttention", equalTo(2))
        .body("items[0].state", equalTo("AwaitingRevocation"))
        .body("items[1].why", containsString("their answer decides"))
        .body("items[2].why", containsString("no such candidate"));
    // then
    waiting.awaitState("AwaitingRevocation");
    asked.awaitState("AwaitingUser");
    // when
    give("operator", Map.of("order", "SKIP", "candidates", ids, "reason", "Quarter end"))
        .statusCode(200)
        .body("summary", equalTo("2 of 3: 1 need attention"));
    // then
    asked.awaitState("ClosedSkipped");
    as("operator")
        .get(asked.path())
        .then()
        .body("history.why", org.hamcrest.Matchers.hasItem("operator skipped it: Quarter end"))
        .body("candidate.restsUntil", org.hamcrest.Matchers.notNullValue());
  }

  @Test
  void whatIsMissingIsNamed() {
    List<String> ids = List.of("one");
    give("operator", Map.of("candidates", ids)).statusCode(400).body("field", equalTo("order"));
    give("operator", Map.of("order", "SKIP")).statusCode(400).body("field", equalTo("candidates"));
    give("operator", Map.of("order", "SKIP", "candidates", ids))
        .statusCode(400)
        .body("field", equalTo("reason"));
    give("operator", Map.of("order", "SNOOZE", "candidates", ids))
        .statusCode(400)
        .body("field", equalTo("until"));
    give("auditor", Map.of("order", "RECLAIM", "candidates", ids)).statusCode(403);
  }
}
