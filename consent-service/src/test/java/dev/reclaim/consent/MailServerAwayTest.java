package dev.reclaim.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.reclaim.events.Handling;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    MailServer.up();
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
    Instant back = MovableClock.TIME.instant();
    MailServer.up();
    MovableClock.TIME.advance(Duration.ofMinutes(11));
    MailServer.Letter mail = stage.mailToHolder();
    // then: it names the deadline that holds, and nobody has less time than was promised
    Response shown = given().accept(ContentType.JSON).get("/prompts/" + mail.token());
    assertThat(Instant.parse(shown.path("until"))).isAfterOrEqualTo(back.plus(Duration.ofDays(7)));
    assertThat(mail.text()).contains(shown.<String>path("question.until"));
    MovableClock.TIME.advance(Duration.ofMinutes(11));
    Awaitility.await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .until(() -> MailServer.lettersTo(stage.holder.email().orElseThrow()).size() == 1);
    assertThat(mail.messageId()).startsWith("<msg-");
    Stage.send(mail, mail.code(), "Release").then().statusCode(200);
  }

  @Test
  void anHourWithoutTheServerLosesNothingAndAsksNobodyTwice() {
    // given
    MailServer.down();
    List<Stage> stages =
        Stream.generate(() -> Stage.begun(topics, Handling.Silence.RELEASE)).limit(3).toList();
    stages.forEach(it -> it.awaitState("AwaitingUser"));
    // when: an hour passes, and each message is tried again and again
    awaitNoneUnderWay();
    for (int minutes = 0; minutes < 60; minutes += 10) {
      long before = attempts();
      MovableClock.TIME.advance(Duration.ofMinutes(10));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> attempts() > before);
      awaitNoneUnderWay();
    }
    // then: operators see all of them, with what the server said
    Stage.as("operator")
        .get("/channels/mail/messages")
        .then()
        .statusCode(200)
        .body(
            "messages.findAll { it.reader in %s }.size()"
                .formatted(stages.stream().map(it -> "'" + it.holder.id().value() + "'").toList()),
            equalTo(3))
        .body("messages.trouble", hasItem(containsString("ConnectException")));
    // when
    MailServer.up();
    MovableClock.TIME.advance(Duration.ofMinutes(11));
    // then
    stages.forEach(Stage::mailToHolder);
    MovableClock.TIME.advance(Duration.ofHours(1));
    Stage last = Stage.begun(topics, Handling.Silence.RELEASE);
    last.mailToHolder();
    assertThat(stages)
        .allSatisfy(
            it -> assertThat(MailServer.lettersTo(it.holder.email().orElseThrow())).hasSize(1));
  }

  @Test
  void aLetterThatCannotBeWrittenKeepsNoOtherWaiting() {
    // given: what is known of one candidate cannot be read any more
    MailServer.down();
    Stage broken = Stage.begun(topics, Handling.Silence.RELEASE);
    broken.awaitState("AwaitingUser");
    String its = " WHERE id = '" + broken.found.candidate() + "'";
    Database.change("UPDATE candidate SET body = jsonb_build_object('was', body)" + its);
    Stage other = Stage.begun(topics, Handling.Silence.RELEASE);
    // when
    MailServer.up();
    MovableClock.TIME.advance(Duration.ofMinutes(11));
    // then
    other.mailToHolder();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                Stage.as("operator")
                    .get("/channels/mail/messages")
                    .then()
                    .body("messages.trouble", hasItem(containsString("could not be written"))));
    // when
    Database.change("UPDATE candidate SET body = body->'was'" + its);
    MovableClock.TIME.advance(Duration.ofMinutes(11));
    // then
    broken.mailToHolder();
  }

  /**
   * Whoever sends one holds a claim of two minutes, by a clock that stands still here. To move it
   * meanwhile is to let the claim run out, and then another sends it too.
   */
  private static void awaitNoneUnderWay() {
    Awaitility.await()
        .until(
            () ->
                Database.number(
                        "SELECT count(*) FROM message WHERE state = 'WAITING' AND next_attempt_at = '"
                            + MovableClock.TIME.instant().plus(Duration.ofMinutes(2))
                            + "'")
                    == 0);
  }

  private static long attempts() {
    return Database.number("SELECT sum(attempts) FROM message WHERE channel = 'MAIL'");
  }
}
