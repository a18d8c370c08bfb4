package dev.reclaim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.reclaim.events.Event;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service on a real broker and a real database, and the verifier outside of it. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "audit_service"))
@WithTestResource(TemporaryKeyFile.class)
class AuditServiceTest {

  private TopicView topics;

  @TestHTTPResource("/")
  URL url;

  private Auditor auditor;

  @BeforeEach
  void listen() throws IOException {
    auditor = Auditor.at(url);
    topics = new TopicView();
  }

  @AfterEach
  void hangUp() {
    topics.close();
  }

  @Test
  void eventsOfAllTopicsAreRememberedOnceAndInOrderOfTheirHolder() {
    // given
    Story story = Story.of("ada" + UUID.randomUUID());

    // when
    topics.send("usage-ingest", story.used(60));
    topics.send("rule-evaluator", story.found());
    Envelope<Event> asked = topics.send("consent-service", story.asked());
    topics.send(asked.id(), asked.source(), asked.time(), asked.event());
    topics.send("consent-service", story.answered("gladly"));
    topics.send("revocation-service", story.verified());

    // then
    List<String> types = Auditor.awaitTypes("holder", story.holder().value(), 5);
    assertThat(types)
        .containsExactlyInAnyOrder(
            "reclaim.usage-day.v1",
            "reclaim.candidate-found.v1",
            "reclaim.holder-asked.v1",
            "reclaim.holder-answered.v1",
            "reclaim.revocation-verified.v1");
    assertThat(types.indexOf("reclaim.holder-asked.v1"))
        .isLessThan(types.indexOf("reclaim.holder-answered.v1"));
    assertThat(Auditor.awaitTypes("candidate", story.candidate().value(), 4)).hasSize(4);
    assertThat(auditor.verify().says()).startsWith("First look at this log").contains("are intact");
  }

  @Test
  void whatIsAskedForIsFoundPageByPage() {
    // given
    Story story = Story.of("bob" + UUID.randomUUID());
    topics.send("rule-evaluator", story.found());
    topics.send("consent-service", story.asked());
    topics.send("consent-service", story.answered("no"));
    Auditor.awaitTypes("candidate", story.candidate().value(), 3);

    // when
    var first =
        Auditor.asks()
            .queryParam("candidate", story.candidate().value())
            .queryParam("limit", 2)
            .get("/audit")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    // then
    assertThat(first.getList("entries")).hasSize(2);
    Auditor.asks()
        .queryParam("candidate", story.candidate().value())
        .queryParam("limit", 2)
        .queryParam("after", first.getLong("next"))
        .get("/audit")
        .then()
        .body("entries.size()", equalTo(1))
        .body("entries[0].event.data.candidate", equalTo(story.candidate().value()))
        .body("next", equalTo(null));
    Auditor.asks()
        .queryParam("actor", story.holder().value())
        .get("/audit")
        .then()
        .body("entries.event.type", equalTo(List.of("reclaim.holder-answered.v1")));
  }

  @Test
  void anApplicationIsFoundWithoutTheOthersOfItsHolder() {
    // given
    Story story = Story.of("cy" + UUID.randomUUID());
    topics.send("rule-evaluator", story.found());
    topics.send("usage-ingest", story.used(60, "another"));
    Auditor.awaitTypes("holder", story.holder().value(), 2);

    // then
    for (String application : List.of("tableau", "another")) {
      Auditor.asks()
          .queryParam("application", application)
          .queryParam("holder", story.holder().value())
          .get("/audit")
          .then()
          .body("entries.size()", equalTo(1));
    }
  }

  @Test
  void aTimeIncludesItsBeginAndNotItsEnd() {
    // given
    Story story = Story.of("di" + UUID.randomUUID());
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    topics.send(UUID.randomUUID().toString(), "rule-evaluator", at, story.found());
    Auditor.awaitTypes("holder", story.holder().value(), 1);

    // then
    assertThat(between(story, at, at.plusMillis(1))).isEqualTo(1);
    assertThat(between(story, at.plusMillis(1), at.plusSeconds(1))).isZero();
    assertThat(between(story, at.minusSeconds(1), at)).isZero();
    assertThat(between(story, at.minusSeconds(1), at.plusMillis(1))).isEqualTo(1);
  }

  private static int between(Story story, Instant from, Instant to) {
    return Auditor.asks()
        .queryParam("holder", story.holder().value())
        .queryParam("from", from.toString())
        .queryParam("to", to.toString())
        .get("/audit")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("entries")
        .size();
  }

  @Test
  void badQuestionsGetAClearAnswer() {
    Auditor.asks()
        .queryParam("from", "yesterday")
        .get("/audit")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("from"))
        .body("detail", containsString("'yesterday' is not a point in time"));
    Auditor.asks().queryParam("limit", 0).get("/audit").then().statusCode(400);
    Auditor.asks().get("/tile/0/1").then().statusCode(400).body("field", equalTo("index"));
    Auditor.asks().get("/tile/0/x999/x999/999").then().statusCode(404);
    Auditor.asks().get("/tile/64/000").then().statusCode(400).body("field", equalTo("level"));
    Auditor.asks().get("/decisions/nobody").then().statusCode(404);
    Auditor.asks().get("/data/xyz").then().statusCode(400);
    given().get("/audit").then().statusCode(401);
    given()
        .auth()
        .preemptive()
        .basic("feed", RealInfrastructure.PASSWORD)
        .get("/checkpoint")
        .then()
        .statusCode(403);
  }

  @Test
  void dataThatIsTooLargeForAnEntryIsKeptBesideIt() throws IOException {
    // given
    Story story = Story.of("cleo" + UUID.randomUUID());
    String comment = "why \u00fc\ud83d\ude00 \"not\" ".repeat(4_000);

    // when
    topics.send("consent-service", story.answered(comment));

    // then
    Auditor.awaitTypes("candidate", story.candidate().value(), 1);
    Auditor.asks()
        .queryParam("candidate", story.candidate().value())
        .get("/audit")
        .then()
        .body("entries[0].event.data", equalTo(null))
        .body("entries[0].event.dataSha256.length()", equalTo(64));
    Auditor.asks()
        .get("/decisions/" + story.candidate().value())
        .then()
        .body("entries[0].data", startsWith("{\"answer\":\"Release\""));
    assertThat(auditor.verify().code()).isZero();
    assertThat(auditor.decision(story).code()).isZero();
  }

  @Test
  void aLogOfManyTilesIsServedAndStaysIntact() {
    // given
    Story story = Story.of("emil" + UUID.randomUUID());
    assertThat(auditor.verify().code()).isZero();

    // when
    for (int i = 1; i <= 700; i++) {
      topics.send("usage-ingest", story.used(i));
    }

    // then
    Auditor.awaitTypes("holder", story.holder().value(), 700);
    assertThat(auditor.verify().says()).startsWith("All ").contains("witnessed before");
    Auditor.asks().get("/tile/0/000").then().statusCode(200).header("Content-Length", "8192");
    Auditor.asks().get("/tile/0/001").then().statusCode(200);
    Auditor.asks().get("/tile/1/000.p/2").then().statusCode(200).header("Content-Length", "64");
    Auditor.asks().get("/checkpoint").then().body(startsWith("reclaim.local/audit\n"));
  }

  @Test
  void aRuleKeepsItsOwnJsonWithSortedKeys() {
    // given
    Story story = Story.of("hal" + UUID.randomUUID());

    // when
    topics.send("rule-evaluator", story.rule(Map.of("z", 1, "a", Map.of("y", 2, "b", "x"))));

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                Auditor.asks()
                    .queryParam("limit", 1000)
                    .get("/audit")
                    .then()
                    .body(containsString("\"definition\":{\"a\":{\"b\":\"x\",\"y\":2},\"z\":1}")));
  }
}
