package dev.reclaim.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.reclaim.consent.Vendors.Trouble;
import dev.reclaim.consent.crypto.HmacSeals;
import dev.reclaim.events.Answer;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.Handling;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slack is first here, then Teams, then mail. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
@WithTestResource(Vendors.class)
class ChatChannelsTest {

  private static final String POST = "/api/chat.postMessage";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TopicView topics = new TopicView();

  @BeforeEach
  void forget() {
    Vendors.forgetAll();
  }

  @AfterEach
  void hangUp() {
    topics.close();
  }

  private Stage found() {
    Stage stage = new Stage(topics, Story.asking(Handling.Silence.KEEP));
    stage.peopleAreKnown();
    topics.send("rule-evaluator", stage.found);
    return stage;
  }

  private Stage foundInSlack() {
    Stage stage = new Stage(topics, Story.asking(Handling.Silence.KEEP));
    SlackServer.knows(email(stage));
    stage.peopleAreKnown();
    topics.send("rule-evaluator", stage.found);
    return stage;
  }

  private static String email(Stage stage) {
    return stage.holder.email().orElseThrow();
  }

  private static SlackServer.Post postTo(Stage stage) {
    Awaitility.await().atMost(PATIENCE).until(() -> !SlackServer.postsTo(email(stage)).isEmpty());
    return SlackServer.postsTo(email(stage)).getFirst();
  }

  private static TeamsServer.Card cardFor(Stage stage) {
    Awaitility.await().atMost(PATIENCE).until(() -> !TeamsServer.cardsFor(email(stage)).isEmpty());
    return TeamsServer.cardsFor(email(stage)).getFirst();
  }

  private static void awaitWaiting(String channel, int count) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Stage.as("operator")
                    .get("/channels")
                    .then()
                    .statusCode(200)
                    .body(
                        "channels.find { it.channel == '" + channel + "' }.waiting",
                        equalTo(count)));
  }

  @Test
  void slackAsksToWaitAndNothingIsLostAndNobodyIsAskedTwice() {
    // given
    Vendors.meets(POST, new Trouble.Busy(60));
    // when
    List<Stage> stages = Stream.generate(this::foundInSlack).limit(3).toList();
    // then: operators see what waits, why, and until when
    awaitWaiting("SLACK", 3);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Stage.as("operator")
                    .get("/channels")
                    .then()
                    .body("channels.channel", equalTo(List.of("SLACK", "TEAMS", "MAIL")))
                    .body("channels[0].trouble", containsString("429"))
                    .body("channels[0].restsUntil", notNullValue())
                    .body("channels[1].waiting", equalTo(0)));
    Stage.as("auditor")
        .get("/channels/slack/messages")
        .then()
        .statusCode(200)
        .body("messages.size()", equalTo(3));
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("reclaim_messages_waiting{channel=\"slack\"} 3.0"));
    // when
    MovableClock.TIME.advance(Duration.ofSeconds(61));
    // then
    stages.forEach(ChatChannelsTest::postTo);
    awaitWaiting("SLACK", 0);
    MovableClock.TIME.advance(Duration.ofMinutes(30));
    Stage last = foundInSlack();
    postTo(last);
    assertThat(stages).allSatisfy(it -> assertThat(SlackServer.postsTo(email(it))).hasSize(1));
    assertThat(Vendors.tooEarly()).isZero();
    Stage.as("operator").get("/channels").then().body("channels[0].restsUntil", nullValue());
  }

  @Test
  void teamsIsBrokenForAnHourAndNothingIsLostAndNobodyIsAskedTwice() {
    // given: Slack does not know them
    Trouble[] broken =
        Stream.generate(() -> new Trouble.Status(500)).limit(999).toArray(Trouble[]::new);
    Vendors.meets("/workflows", broken);
    // when
    List<Stage> stages = Stream.generate(this::found).limit(3).toList();
    // then
    awaitWaiting("TEAMS", 3);
    Stage.as("operator").get("/channels").then().body("channels[1].waiting", equalTo(3));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Stage.as("operator")
                    .get("/channels")
                    .then()
                    .body("channels[1].trouble", equalTo("Teams answers 500")));
    // when: an hour passes
    for (int minutes = 0; minutes < 60; minutes += 10) {
      int before = Vendors.calls();
      MovableClock.TIME.advance(Duration.ofMinutes(10).plusSeconds(1));
      Awaitility.await().atMost(PATIENCE).until(() -> Vendors.calls() > before);
    }
    Vendors.heals("/workflows");
    // then
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              MovableClock.TIME.advance(Duration.ofMinutes(11));
              return stages.stream().noneMatch(it -> TeamsServer.cardsFor(email(it)).isEmpty());
            });
    awaitWaiting("TEAMS", 0);
    cardFor(found());
    assertThat(stages).allSatisfy(it -> assertThat(TeamsServer.cardsFor(email(it))).hasSize(1));
    assertThat(MailServer.lettersTo(email(stages.getFirst()))).isEmpty();
  }

  @Test
  void theCodeFromSlackAnswersAndALostAnswerOfSlackMakesNoSecondMessage() {
    // given: Slack takes the message, and its answer is lost
    Vendors.meets(POST, new Trouble.Vanishes());
    Stage stage = foundInSlack();
    SlackServer.Post post = postTo(stage);
    // when
    Response answer =
        given()
            .accept(ContentType.JSON)
            .contentType(ContentType.JSON)
            .body(Map.of("code", post.code(), "answer", "Release"))
            .post("/prompts/" + post.token());
    // then
    answer.then().statusCode(200);
    assertThat(stage.said(HolderAnswered.class).answer()).isEqualTo(Answer.RELEASE);
    assertThat(SlackServer.postsTo(email(stage))).hasSize(1);
  }

  @Test
  void aCrashBetweenSlackAndOurRecordMakesNoSecondMessage() {
    // given
    Stage stage = foundInSlack();
    SlackServer.Post post = postTo(stage);
    awaitState(post.id(), "SENT");
    // when: what we wrote down is gone, as after a crash, and the lease has run out
    Database.change(
        "UPDATE message SET state = 'WAITING', sent_at = NULL, reference = NULL WHERE id = '"
            + post.id()
            + "'");
    MovableClock.TIME.advance(Duration.ofMinutes(3));
    // then
    awaitState(post.id(), "SENT");
    assertThat(SlackServer.postsTo(email(stage))).hasSize(1);
  }

  private static void awaitState(String message, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                Database.number(
                        "SELECT count(*) FROM message WHERE id = '%s' AND state = '%s'"
                            .formatted(message, state))
                    == 1);
  }

  @Test
  void theSecondChannelIsUsedWhenTheFirstStayedUnanswered() {
    // given
    Stage stage = foundInSlack();
    SlackServer.Post post = postTo(stage);
    awaitState(post.id(), "SENT");
    assertThat(TeamsServer.cardsFor(email(stage))).isEmpty();
    // when: the day of the first reminder has come
    MovableClock.TIME.advance(Duration.ofDays(6).plusHours(12));
    // then
    cardFor(stage);
    assertThat(SlackServer.postsTo(email(stage))).hasSize(1);
  }

  private static Response press(String body, long at, String signature) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .header("X-Slack-Request-Timestamp", Long.toString(at))
        .header("X-Slack-Signature", signature)
        .body(body)
        .post("/channels/slack/interactions");
  }

  private static String sign(String body, long at) {
    return "v0="
        + HexFormat.of()
            .formatHex(
                new HmacSeals()
                    .seal(
                        Vendors.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8),
                        ("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8)));
  }

  private static String pressOf(SlackServer.Post post, String responseUrl) {
    String payload =
        """
        {"type":"block_actions","user":{"id":"U1"},"response_url":"%s",
         "actions":[{"type":"button","action_id":"open-question","value":"%s"}]}
        """
            .formatted(responseUrl, post.token());
    return "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
  }

  @Test
  void aPressedButtonDecidesNothingAndIsToldWhereToAnswer() {
    // given
    SlackServer.Post post = postTo(foundInSlack());
    awaitState(post.id(), "SENT");
    Everything before = Everything.now(topics);
    long now = MovableClock.TIME.instant().getEpochSecond();
    String body = pressOf(post, "/actions/T1/2/3");
    // when
    press(body, now, sign(body, now)).then().statusCode(200);
    // then
    Awaitility.await().atMost(PATIENCE).until(() -> SlackServer.said().size() == 1);
    assertThat(SlackServer.said().getFirst().path()).isEqualTo("/actions/T1/2/3");
    assertThat(SlackServer.said().getFirst().body().path("response_type").asText())
        .isEqualTo("ephemeral");
    assertThat(SlackServer.said().getFirst().body().path("text").asText())
        .startsWith("A button in a message decides nothing.")
        .endsWith("/prompts/" + post.token());
    assertThat(Everything.now(topics)).isEqualTo(before);
    // then: a replay, a stranger, and one from long ago
    press(body, now, sign(body, now)).then().statusCode(409);
    press(body, now, sign(body + "x", now)).then().statusCode(401);
    press(body + "&x=1", now, sign(body, now)).then().statusCode(401);
    press(body, now - 301, sign(body, now - 301)).then().statusCode(401);
    assertThat(SlackServer.said()).hasSize(1);
  }

  @Test
  void anAnswerGoesToSlackAndNowhereElse() {
    // given
    SlackServer.Post post = postTo(foundInSlack());
    int calls = Vendors.calls();
    long now = MovableClock.TIME.instant().getEpochSecond();
    for (String elsewhere :
        List.of(
            "https://evil.example/actions/1",
            "http://127.0.0.1:1/actions/1",
            "//evil.example/actions/1",
            "/api/chat.postMessage",
            "/actions/../api/chat.postMessage",
            "")) {
      String body = pressOf(post, elsewhere);
      // when
      press(body, now, sign(body, now)).then().statusCode(200);
    }
    // then: a last, good one is the only one that arrives
    String good = pressOf(post, "/actions/good");
    press(good, now, sign(good, now)).then().statusCode(200);
    Awaitility.await().atMost(PATIENCE).until(() -> !SlackServer.said().isEmpty());
    assertThat(SlackServer.said()).hasSize(1);
    assertThat(Vendors.calls()).isEqualTo(calls + 1);
  }

  @Test
  void onlyOperatorsSeeAndOnlyWhatIsStoppedIsResumed() {
    given().get("/channels").then().statusCode(401);
    Stage.as("feed").get("/channels").then().statusCode(403);
    Stage.as("auditor").post("/channels/slack/resume").then().statusCode(403);
    Stage.as("operator").post("/channels/slack/resume").then().statusCode(409);
    Stage.as("operator").post("/channels/fax/resume").then().statusCode(404);
    Stage.as("operator").get("/channels/fax/messages").then().statusCode(404);
    Stage.as("operator").get("/channels/slack/messages?limit=0").then().statusCode(400);
  }
}
