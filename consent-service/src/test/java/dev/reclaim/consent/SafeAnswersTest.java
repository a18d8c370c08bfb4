package dev.reclaim.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class SafeAnswersTest {

  private static final Pattern LINK = Pattern.compile("/prompts/([\\w-]{43})");

  private final TopicView topics = new TopicView();

  @AfterEach
  void hangUp() {
    topics.close();
  }

  @Test
  void lookingAHundredTimesChangesNothing() throws SQLException {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    MailServer.Letter mail = stage.mailToHolder();
    stage.awaitState("AwaitingUser");
    String before = everything(stage);
    // when
    for (int i = 0; i < 100; i++) {
      given().accept(ContentType.HTML).get("/prompts/" + mail.token()).then().statusCode(200);
    }
    given().head("/prompts/" + mail.token()).then().statusCode(200);
    given().options("/prompts/" + mail.token()).then().statusCode(200);
    given()
        .accept(ContentType.JSON)
        .get("/prompts/" + mail.token())
        .then()
        .statusCode(200)
        .body("open", equalTo(true))
        .body("question.keep", equalTo("Keep my seat"));
    // then
    assertThat(everything(stage)).isEqualTo(before);
  }

  /** All that the database knows about this candidate. */
  private static String everything(Stage stage) throws SQLException {
    try (var connection = TestDatabase.named("consent_service").asService();
        var select =
            connection.prepareStatement(
                """
                SELECT (SELECT string_agg(c::text, '') FROM candidate c WHERE id = ?)
                  || (SELECT string_agg(p::text, '') FROM prompt p WHERE candidate = ?)
                  || (SELECT count(*) FROM history WHERE candidate = ?)
                """)) {
      for (int i = 1; i <= 3; i++) {
        select.setString(i, stage.found.candidate().value());
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Test
  void neitherTokenNorCodeIsKept() throws SQLException {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    // when
    MailServer.Letter mail = stage.mailToHolder();
    // then
    try (var connection = TestDatabase.named("consent_service").asService();
        var select =
            connection.prepareStatement(
                "SELECT count(*) FROM prompt_key k WHERE k::text LIKE ? OR k::text LIKE ?")) {
      select.setString(1, "%" + mail.token() + "%");
      select.setString(2, "%," + mail.code().replace(" ", "") + "%");
      try (ResultSet row = select.executeQuery()) {
        row.next();
        assertThat(row.getInt(1)).isZero();
      }
    }
  }

  @Test
  void fiveWrongCodesLockForAQuarterOfAnHourAndNotAMomentLess() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    MailServer.Letter mail = stage.mailToHolder();
    for (int i = 0; i < 4; i++) {
      Stage.fillIn(mail, Stage.wrong(mail), "Release")
          .then()
          .statusCode(403)
          .body(containsString("The code does not match"));
    }
    // when
    Stage.fillIn(mail, Stage.wrong(mail), "Release").then().statusCode(429);
    // then
    Stage.send(mail, mail.code(), "Release").then().statusCode(429);
    MovableClock.TIME.advance(Duration.ofMinutes(15).minusMillis(1));
    Stage.send(mail, mail.code(), "Release").then().statusCode(429);
    assertThat(stage.state()).isEqualTo("AwaitingUser");
    stage.said(AnswerRefused.class, refused -> refused.why().contains("fifth"));
    assertThat(stage.countOf(AnswerRefused.class)).isEqualTo(5);
    // when
    MovableClock.TIME.advance(Duration.ofMillis(1));
    // then
    Stage.send(mail, mail.code(), "Release").then().statusCode(200);
  }

  @Test
  void twentyWrongCodesInAllEndTheLinkHoweverLongThePauses() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    MailServer.Letter mail = stage.mailToHolder();
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 4; i++) {
        Stage.send(mail, Stage.wrong(mail), "Release").then().statusCode(403);
      }
      Stage.send(mail, Stage.wrong(mail), "Release").then().statusCode(round < 3 ? 429 : 403);
      MovableClock.TIME.advance(AnswerByLink.LOCKED_FOR);
    }
    // then: nobody is told to wait for what never comes
    Stage.send(mail, mail.code(), "Release")
        .then()
        .statusCode(403)
        .body("detail", containsString("signed in"));
    Stage.fillIn(mail, mail.code(), "Release")
        .then()
        .statusCode(403)
        .body(containsString("Sign in instead"), not(containsString("try again from")));
    given()
        .accept(ContentType.HTML)
        .get("/prompts/" + mail.token())
        .then()
        .statusCode(200)
        .body(containsString("takes no code any more"));
    assertThat(stage.state()).isEqualTo("AwaitingUser");
    stage.said(AnswerRefused.class, refused -> refused.why().contains("any more"));
  }

  @Test
  void codesTriedAtTheSameMomentByDifferentLinksAreAllCounted() throws Exception {
    // given: four questions to one person, each with a link of its own
    Cast cast = new Cast(topics);
    Holder holder = cast.joins("tried-" + UUID.randomUUID(), "Tried Often", "en", Optional.empty());
    List<String> applications = List.of("app-a", "app-b", "app-c", "app-d");
    for (String application : applications) {
      Cast.await(cast.found(holder, application, 10, 100), "AwaitingUser");
    }
    String address = holder.email().orElseThrow();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> linksTo(address).size() == applications.size());
    List<String> links = linksTo(address);
    // when: each of them is tried twice, all at the same moment
    List<Callable<Integer>> tries = new ArrayList<>();
    for (String link : links) {
      tries.add(() -> tryWrong(link));
      tries.add(() -> tryWrong(link));
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(tries.size())) {
      for (Future<Integer> answer : threads.invokeAll(tries)) {
        answers.add(answer.get());
      }
    }
    // then: the fifth locks, and what comes after it is not looked at
    assertThat(answers).containsOnly(403, 429);
    assertThat(answers.stream().filter(it -> it == 403)).hasSize(AnswerByLink.TRIES - 1);
    assertThat(
            Database.number(
                "SELECT sum(wrong_in_all) FROM prompt WHERE asked = '" + holder.id() + "'"))
        .isEqualTo(AnswerByLink.TRIES);
  }

  private static List<String> linksTo(String address) {
    return MailServer.lettersTo(address).stream()
        .flatMap(letter -> LINK.matcher(letter.text()).results())
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  private static int tryWrong(String token) {
    return given()
        .accept(ContentType.JSON)
        .contentType(ContentType.JSON)
        .body(Map.of("code", "12345", "answer", "Release"))
        .post("/prompts/" + token)
        .statusCode();
  }

  @Test
  void aFormWithoutItsCookieOrFromElsewhereOrWithoutACodeChangesNothing() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    MailServer.Letter mail = stage.mailToHolder();
    // when
    given()
        .contentType(ContentType.URLENC)
        .formParam("code", mail.code())
        .formParam("answer", "Release")
        .formParam("csrf", "0".repeat(32))
        .post("/prompts/" + mail.token())
        .then()
        .statusCode(403)
        .body(containsString("open for too long"));
    given()
        .header("Origin", "https://evil.example")
        .contentType(ContentType.JSON)
        .body("{\"code\":\"" + mail.code() + "\",\"answer\":\"Release\"}")
        .post("/prompts/" + mail.token())
        .then()
        .statusCode(403);
    Stage.fillIn(mail, "", "Release").then().statusCode(400);
    Stage.fillIn(mail, mail.code(), "Perhaps").then().statusCode(400);
    Stage.send(mail, mail.code(), "Perhaps").then().statusCode(400);
    // then
    assertThat(stage.state()).isEqualTo("AwaitingUser");
    assertThat(stage.countOf(HolderAnswered.class)).isZero();
  }

  @Test
  void anUnknownLinkSaysWhatToDo() {
    given()
        .accept(ContentType.HTML)
        .get("/prompts/no-such-token")
        .then()
        .statusCode(404)
        .body(containsString("cut off"));
    given()
        .accept(ContentType.JSON)
        .get("/prompts/no-such-token")
        .then()
        .statusCode(404)
        .body("detail", not(containsString("no-such-token")));
  }

  @Test
  void aLateAnswerIsAChangeOfMindAfterSilenceHasSpoken() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    MailServer.Letter mail = stage.mailToHolder();
    // when
    MovableClock.TIME.advance(Duration.ofDays(7));
    Stage.send(mail, mail.code(), "Keep")
        .then()
        .statusCode(200)
        .body("state", equalTo("AwaitingApproval"));
    // then
    assertThat(stage.said(RevocationApproved.class).why()).contains("did not answer in time");
  }

  @Test
  void whatAHolderWritesIsShownAsText() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    MailServer.Letter mail = stage.mailToHolder();
    // when
    Stage.fillIn(mail, mail.code(), "Keep").then().statusCode(200).body(not(containsString("<b>")));
    // then
    assertThat(stage.said(HolderAnswered.class).comment()).hasValue("A <b>word</b> about it");
  }
}
