package dev.reclaim.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.reclaim.consent.Vendors.Trouble;
import dev.reclaim.events.Handling;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The signed webhook is first here, then mail. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
@WithTestResource(
    value = Vendors.class,
    initArgs = @ResourceArg(name = "order", value = "webhook+mail"))
class WebhookGoneTest {

  private final TopicView topics = new TopicView();

  @AfterEach
  void hangUp() {
    topics.close();
  }

  private static String email(Stage stage) {
    return stage.holder.email().orElseThrow();
  }

  private Stage found() {
    return Stage.begun(topics, Handling.Silence.KEEP);
  }

  private static void awaitTaken(Stage stage) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> WebhookServer.takenFor(email(stage)).size() == 1);
  }

  @Test
  void aReceiverMayTellLaterThatAMessageDidNotArrive() {
    // given
    Vendors.forgetAll();
    Stage stage = found();
    awaitTaken(stage);
    stage.awaitState("AwaitingUser");
    String message = WebhookServer.takenFor(email(stage)).getFirst().id();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.number(
                        "SELECT count(*) FROM message WHERE state = 'SENT' AND id = '"
                            + message
                            + "'")
                    == 1);
    String report =
        "{\"type\":\"reclaim.message.undeliverable\",\"data\":{\"message\":\"" + message + "\"}}";
    // then: not without the signature, not another body, not our own words
    report("r-1", report, "v1,AAAA").then().statusCode(401);
    report("r-1", report + " ", WebhookServer.sign("r-1", report)).then().statusCode(401);
    String ours = report.replace("undeliverable", "ask");
    report("r-2", ours, WebhookServer.sign("r-2", ours)).then().statusCode(400);
    assertThat(MailServer.lettersTo(email(stage))).isEmpty();
    // when
    report("r-" + message, report, WebhookServer.sign("r-" + message, report))
        .then()
        .statusCode(200)
        .body("effect", equalTo(true));
    // then: the next channel is tried, and a replay is refused
    stage.mailToHolder();
    report("r-" + message, report, WebhookServer.sign("r-" + message, report))
        .then()
        .statusCode(409);
    report("s-" + message, report, WebhookServer.sign("s-" + message, report))
        .then()
        .statusCode(200)
        .body("effect", equalTo(false));
  }

  private static Response report(String id, String body, String signature) {
    return given()
        .contentType("application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", WebhookServer.now())
        .header("webhook-signature", signature)
        .body(body)
        .post("/channels/webhook/reports");
  }

  @Test
  void aReceiverThatIsGoneIsReplacedByTheNextChannelUntilAnOperatorResumesIt() {
    // given
    Vendors.forgetAll();
    awaitTaken(found());
    // when
    Vendors.meets("/hook", new Trouble.Status(410));
    Stage asked = found();
    // then: nothing is lost
    asked.mailToHolder();
    Stage.as("operator")
        .get("/channels")
        .then()
        .body("channels[0].stopped.why", containsString("410"));
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("reclaim_channel_stopped{channel=\"webhook\"} 1.0"));
    given().get("/q/health").then().statusCode(200).body(containsString("webhook.stopped"));
    // when
    int calls = Vendors.calls();
    Stage next = found();
    // then: it is not even tried
    next.mailToHolder();
    assertThat(Vendors.calls()).isEqualTo(calls);
    // when
    Stage.as("operator")
        .post("/channels/webhook/resume")
        .then()
        .statusCode(200)
        .body("stopped", nullValue());
    // then
    Stage last = found();
    awaitTaken(last);
    assertThat(MailServer.lettersTo(email(last))).isEmpty();
  }
}
