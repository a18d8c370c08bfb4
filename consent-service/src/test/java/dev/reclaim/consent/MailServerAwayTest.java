package dev.reclaim.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.reclaim.events.Handling;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class MailServerAwayTest {

  private final TopicView topics = new TopicView();

  @AfterEach
  void hangUp() {
    topics.close();
  }

  @Test
  void whatWaitsIsShownAndSentOnceWhenTheServerIsBack() {
    // given
    MailServer.down();
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    // then
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                given()
                    .get("/q/health")
                    .then()
                    .statusCode(200)
                    .body(containsString("mail.trouble")));
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("reclaim_messages_waiting{channel=\"mail\"} 1.0"));
    // when
    MailServer.up();
    MovableClock.TIME.advance(Duration.ofMinutes(11));
    MailServer.Letter mail = stage.mailToHolder();
    // then
    MovableClock.TIME.advance(Duration.ofMinutes(11));
    Awaitility.await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .until(() -> MailServer.lettersTo(stage.holder.email().orElseThrow()).size() == 1);
    assertThat(mail.messageId()).startsWith("<msg-");
    Stage.send(mail, mail.code(), "Release").then().statusCode(200);
  }
}
