package dev.reclaim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.reclaim.audit.verify.Verify;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when somebody tampers with the log, from inside and from outside of the service. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "audit_service"))
@WithTestResource(TemporaryKeyFile.class)
class TamperingTest {

  private final TestDatabase database = TestDatabase.named("audit_service");
  private TopicView topics;
  private Auditor auditor;

  @TestHTTPResource("/")
  URL url;

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
  void aSealedDecisionIsCheckedOfflineAndTamperingWithItIsSeen() throws IOException {
    // given
    Story story = Story.of("dora" + UUID.randomUUID());
    topics.send("rule-evaluator", story.found());
    topics.send("consent-service", story.answered("gladly"));
    Auditor.awaitTypes("candidate", story.candidate().value(), 2);
    auditor.verify();

    // when
    Auditor.Said intact = auditor.decision(story);
    Path file = auditor.home().resolve("decision.json");
    Files.writeString(file, Files.readString(file).replace("gladly", "sadly!"));
    Auditor.Said tampered =
        Auditor.run("--decision", file.toString(), "--home", auditor.home().toString());

    // then
    assertThat(intact.says()).startsWith("All 2 entries about " + story.candidate().value());
    assertThat(tampered.code()).isEqualTo(Verify.TAMPERED);
    assertThat(tampered.says()).contains("is not what the log has signed there");
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
    Auditor.awaitTypes("candidate", story.candidate().value(), 2);
    assertThat(auditor.verify().code()).isZero();
    long position = Auditor.positionOf("reclaim.holder-answered.v1", story);

    // when
    asSuperuser(
        "UPDATE entry SET body = convert_to(replace(convert_from(body, 'UTF8'), 'gladly', 'sadly!'),"
            + " 'UTF8') WHERE position = "
            + position);
    Auditor.Said changed = auditor.verify();
    asSuperuser(
        "UPDATE entry SET leaf_hash = sha256('\\x00'::bytea || body) WHERE position = " + position);
    Auditor.Said alsoItsHash = auditor.verify();
    asSuperuser(
        "UPDATE entry SET body = convert_to(replace(convert_from(body, 'UTF8'), 'sadly!', 'gladly'),"
            + " 'UTF8') WHERE position = "
            + position);
    asSuperuser(
        "UPDATE entry SET leaf_hash = sha256('\\x00'::bytea || body) WHERE position = " + position);
    Auditor.Said putBack = auditor.verify();

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
    Auditor.awaitTypes("candidate", story.candidate().value(), 1);
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
    Auditor.awaitTypes("candidate", story.candidate().value(), 2);
    assertThat(auditor.verify().code()).isZero();
  }

  private static String columnOf(String table) {
    return switch (table) {
      case "entry" -> "body";
      case "data_beside" -> "data";
      case "tile" -> "hashes";
      default -> "note";
    };
  }

  private void asSuperuser(String sql) throws SQLException {
    try (Connection connection = database.asSuperuser();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
