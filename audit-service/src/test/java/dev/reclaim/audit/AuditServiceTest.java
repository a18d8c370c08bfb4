package dev.reclaim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.reclaim.audit.verify.Verify;
import dev.reclaim.events.Event;
import dev.reclaim.events.HolderId;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TestDatabase;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

  private final TestDatabase database = TestDatabase.named("audit_service");
  private TopicView topics;

  @TestHTTPResource("/")
  URL url;

  private Path home;

  @BeforeEach
  void listen() throws IOException {
    home = Files.createTempDirectory("verify");
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
    List<String> types = awaitTypes("holder", story.holder().value(), 5);
    assertThat(types)
        .containsExactlyInAnyOrder(
            "reclaim.usage-day.v1",
            "reclaim.candidate-found.v1",
            "reclaim.holder-asked.v1",
            "reclaim.holder-answered.v1",
            "reclaim.revocation-verified.v1");
    assertThat(types.indexOf("reclaim.holder-asked.v1"))
        .isLessThan(types.indexOf("reclaim.holder-answered.v1"));
    assertThat(awaitTypes("candidate", story.candidate().value(), 4)).hasSize(4);
    assertThat(verify().says()).startsWith("First look at this log").contains("are intact");
  }

  @Test
  void whatIsAskedForIsFoundPageByPage() {
    // given
    Story story = Story.of("bob" + UUID.randomUUID());
    topics.send("rule-evaluator", story.found());
    topics.send("consent-service", story.asked());
    topics.send("consent-service", story.answered("no"));
    awaitTypes("candidate", story.candidate().value(), 3);

    // when
    var first =
        auditor()
            .queryParam("candidate", story.candidate().value())
            .queryParam("limit", 2)
            .get("/audit")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    // then
    assertThat(first.getList("entries")).hasSize(2);
    auditor()
        .queryParam("candidate", story.candidate().value())
        .queryParam("limit", 2)
        .queryParam("after", first.getLong("next"))
        .get("/audit")
        .then()
        .body("entries.size()", equalTo(1))
        .body("entries[0].event.data.candidate", equalTo(story.candidate().value()))
        .body("next", equalTo(null));
    auditor()
        .queryParam("actor", story.holder().value())
        .get("/audit")
        .then()
        .body("entries.event.type", equalTo(List.of("reclaim.holder-answered.v1")));
    auditor()
        .queryParam("application", "tableau")
        .queryParam("holder", story.holder().value())
        .get("/audit")
        .then()
        .body("entries.size()", equalTo(3));
    auditor()
        .queryParam("holder", story.holder().value())
        .queryParam("to", "2020-01-01T00:00:00Z")
        .get("/audit")
        .then()
        .body("entries.size()", equalTo(0));
  }

  @Test
  void badQuestionsGetAClearAnswer() {
    auditor()
        .queryParam("from", "yesterday")
        .get("/audit")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("from"))
        .body("detail", containsString("'yesterday' is not a point in time"));
    auditor().queryParam("limit", 0).get("/audit").then().statusCode(400);
    auditor().get("/tile/0/1").then().statusCode(400).body("field", equalTo("index"));
    auditor().get("/tile/0/x999/x999/999").then().statusCode(404);
    auditor().get("/tile/64/000").then().statusCode(400).body("field", equalTo("level"));
    auditor().get("/decisions/nobody").then().statusCode(404);
    auditor().get("/data/xyz").then().statusCode(400);
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
  void dataThatIsTooLargeForAnEntryIsKeptBesideIt() {
    // given
    Story story = Story.of("cleo" + UUID.randomUUID());
    String comment = "why \u00fc\ud83d\ude00 \"not\" ".repeat(4_000);

    // when
    topics.send("consent-service", story.answered(comment));

    // then
    awaitTypes("candidate", story.candidate().value(), 1);
    auditor()
        .queryParam("candidate", story.candidate().value())
        .get("/audit")
        .then()
        .body("entries[0].event.data", equalTo(null))
        .body("entries[0].event.dataSha256.length()", equalTo(64));
    auditor()
        .get("/decisions/" + story.candidate().value())
        .then()
        .body("entries[0].data", startsWith("{\"answer\":\"Release\""));
    assertThat(verify().code()).isZero();
    assertThat(decision(story).code()).isZero();
  }

  @Test
  void aSealedDecisionIsCheckedOfflineAndTamperingWithItIsSeen() throws IOException {
    // given
    Story story = Story.of("dora" + UUID.randomUUID());
    topics.send("rule-evaluator", story.found());
    topics.send("consent-service", story.answered("gladly"));
    awaitTypes("candidate", story.candidate().value(), 2);
    verify();

    // when
    Said intact = decision(story);
    Path file = home.resolve("decision.json");
    Files.writeString(file, Files.readString(file).replace("gladly", "sadly!"));
    Said tampered = run("--decision", file.toString(), "--home", home.toString());

    // then
    assertThat(intact.says()).startsWith("All 2 entries about " + story.candidate().value());
    assertThat(tampered.code()).isEqualTo(Verify.TAMPERED);
    assertThat(tampered.says()).contains("is not what the log has signed there");
  }

  @Test
  void aLogOfManyTilesIsServedAndStaysIntact() {
    // given
    Story story = Story.of("emil" + UUID.randomUUID());
    assertThat(verify().code()).isZero();

    // when
    for (int i = 1; i <= 700; i++) {
      topics.send("usage-ingest", story.used(i));
    }

    // then
    awaitTypes("holder", story.holder().value(), 700);
    assertThat(verify().says()).startsWith("All ").contains("witnessed before");
    auditor().get("/tile/0/000").then().statusCode(200).header("Content-Length", "8192");
    auditor().get("/tile/0/001").then().statusCode(200);
    auditor().get("/tile/1/000.p/2").then().statusCode(200).header("Content-Length", "64");
    auditor().get("/checkpoint").then().body(startsWith("reclaim.local/audit\n"));
  }

  @Test
  void theServiceItselfCannotChangeWhatItHasWritten() throws SQLException {
    for (String table : List.of("entry", "data_beside", "tile", "checkpoint")) {
      for (String attempt :
          List.of(
              "UPDATE " + table + " SET " + columnOf(table) + " = " + columnOf(table),
              "DELETE FROM " + table,
              "TRUNCATE " + table,
              "DROP TABLE " + table)) {
        try (Connection connection = database.asService();
            Statement statement = connection.createStatement()) {
          assertThatThrownBy(() -> statement.execute(attempt))
              .as(attempt)
              .isInstanceOfSatisfying(
                  SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
      }
    }
  }

  @Test
  void theVerifierNamesTheRowThatSomebodyChangedInTheDatabase() throws SQLException {
    // given
    Story story = Story.of("fay" + UUID.randomUUID());
    topics.send("rule-evaluator", story.found());
    topics.send("consent-service", story.answered("gladly"));
    awaitTypes("candidate", story.candidate().value(), 2);
    assertThat(verify().code()).isZero();
    long position = lastPosition(story.holder());

    // when
    asSuperuser(
        "UPDATE entry SET body = convert_to(replace(convert_from(body, 'UTF8'), 'gladly', 'sadly!'),"
            + " 'UTF8') WHERE position = "
            + position);
    Said changed = verify();
    asSuperuser(
        "UPDATE entry SET leaf_hash = sha256('\\x00'::bytea || body) WHERE position = " + position);
    Said alsoItsHash = verify();
    asSuperuser(
        "UPDATE entry SET body = convert_to(replace(convert_from(body, 'UTF8'), 'sadly!', 'gladly'),"
            + " 'UTF8') WHERE position = "
            + position);
    asSuperuser(
        "UPDATE entry SET leaf_hash = sha256('\\x00'::bytea || body) WHERE position = " + position);
    Said putBack = verify();

    // then
    assertThat(changed.code()).isEqualTo(Verify.TAMPERED);
    assertThat(changed.says())
        .contains("Position " + position + " was changed since it was witnessed.")
        .contains("type reclaim.holder-answered.v1");
    assertThat(alsoItsHash.code()).isEqualTo(Verify.TAMPERED);
    assertThat(alsoItsHash.says()).contains("Position " + position + " was changed");
    assertThat(putBack.code()).isZero();
  }

  @Test
  void nothingIsSignedOnTopOfAForgedCheckpointAndNothingIsLost() throws SQLException {
    // given
    Story story = Story.of("gus" + UUID.randomUUID());
    topics.send("rule-evaluator", story.found());
    awaitTypes("candidate", story.candidate().value(), 1);
    asSuperuser(
        "UPDATE checkpoint SET note = replace(note, 'reclaim', 'xeclaim')"
            + " WHERE size = (SELECT max(size) FROM checkpoint)");

    // when
    topics.send("consent-service", story.asked());

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body(containsString("the last checkpoint in the database")));

    // and when the database is restored
    asSuperuser(
        "UPDATE checkpoint SET note = replace(note, 'xeclaim', 'reclaim')"
            + " WHERE size = (SELECT max(size) FROM checkpoint)");

    // then
    awaitTypes("candidate", story.candidate().value(), 2);
    assertThat(verify().code()).isZero();
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
                auditor()
                    .queryParam("limit", 1000)
                    .get("/audit")
                    .then()
                    .body(containsString("\"definition\":{\"a\":{\"b\":\"x\",\"y\":2},\"z\":1}")));
  }

  private record Said(int code, String says) {}

  private Said verify() {
    return run("--url", url.toString(), "--home", home.toString());
  }

  private Said decision(Story story) {
    Path file = home.resolve("decision.json");
    try {
      Files.writeString(file, auditor().get("/decisions/" + story.candidate().value()).asString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return run("--decision", file.toString(), "--home", home.toString());
  }

  private static Said run(String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Map<String, String> login =
        Map.of("RECLAIM_USER", "auditor", "RECLAIM_PASSWORD", RealInfrastructure.PASSWORD);
    int code = Verify.run(args, login, out, out);
    return new Said(code, said.toString(StandardCharsets.UTF_8));
  }

  private static RequestSpecification auditor() {
    return given().auth().preemptive().basic("auditor", RealInfrastructure.PASSWORD);
  }

  private static List<String> awaitTypes(String by, String id, int count) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                auditor()
                    .queryParam(by, id)
                    .queryParam("limit", 1000)
                    .get("/audit")
                    .jsonPath()
                    .getList("entries.event.type", String.class),
            types -> types.size() >= count);
  }

  private static String columnOf(String table) {
    return switch (table) {
      case "entry" -> "body";
      case "data_beside" -> "data";
      case "tile" -> "hashes";
      default -> "note";
    };
  }

  private long lastPosition(HolderId holder) throws SQLException {
    try (Connection connection = database.asSuperuser();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT max(position) FROM entry WHERE type = 'reclaim.holder-answered.v1'"
                    + " AND holder = '"
                    + holder.value()
                    + "'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void asSuperuser(String sql) throws SQLException {
    try (Connection connection = database.asSuperuser();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
