package dev.reclaim.usage.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** {@code POST /sources/entra-signins}, {@code POST /people} and {@code GET /sources}. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "usage_ingest"))
class SourcesTest {

  private final String tag = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void everyLineIsAcceptedIgnoredOrRejectedAndTheySumUp() throws IOException {
    // given
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(bytes(signIn("ada", "1", "0")));
    body.writeBytes(bytes("\n\r\n   \n"));
    body.writeBytes(bytes(signIn("ada", "2", "50126") + "\n"));
    body.writeBytes(bytes("{\"category\": \"AuditLogs\", \"operationName\": \"Update user\"}\r\n"));
    body.writeBytes(bytes("{\"category\": \n"));
    body.writeBytes(signIn("zoë", "3", "0").getBytes(StandardCharsets.ISO_8859_1));
    body.writeBytes(bytes("\n[1]\n"));
    body.writeBytes(bytes(signIn("ada", "4", "0").replace("2026-02-03", "2999-02-03") + "\n"));
    body.writeBytes(bytes(signIn("bob", "5", "0")));

    // then
    post("/sources/entra-signins", body.toByteArray())
        .statusCode(200)
        .body("lines", is(8))
        .body("accepted", is(2))
        .body("ignored.count", is(2))
        .body("ignored.reasons.'failed sign-in, error 50126'", is(1))
        .body("ignored.reasons.'not a sign-in: category AuditLogs'", is(1))
        .body("rejected.line", contains(6, 7, 8, 9))
        .body("rejected.field", contains("json", "encoding", "json", "time"));
  }

  @Test
  void aJsonArrayIsTakenToo() {
    post("/sources/entra-signins", bytes("[%s, 7]".formatted(signIn("ada", "1", "0"))))
        .statusCode(200)
        .body("lines", is(2))
        .body("accepted", is(1))
        .body("rejected.line", contains(2));
    post("/sources/entra-signins", bytes("[%s, ".formatted(signIn("ada", "1", "0"))))
        .statusCode(400)
        .body("field", equalTo("body"))
        .body("detail", containsString("after record 1"));
  }

  @Test
  void anUnknownSourceIsRefusedWithTheKnownOnes() {
    post("/sources/gossip", bytes("{}"))
        .statusCode(404)
        .contentType("application/problem+json")
        .body("known", hasItem("entra-signins"));
  }

  @Test
  void wideCharactersAreRefused() {
    post("/sources/entra-signins", signIn("ada", "1", "0").getBytes(StandardCharsets.UTF_16))
        .statusCode(400)
        .body("detail", containsString("UTF-16"));
  }

  @Test
  void theSameRecordTwiceCountsOnce() {
    try (TopicView topics = new TopicView()) {
      // given
      String person = "cleo-" + tag;
      HolderId cleo = HolderId.of(person);
      post(
              "/people",
              bytes("employeeNumber,upn,status\n%s,%s,active\n".formatted(person, upn("cleo"))))
          .statusCode(200);
      String records = signIn("cleo", "1", "0") + "\n" + signIn("cleo", "1", "0");

      // when
      post("/sources/entra-signins", bytes(records)).body("accepted", is(2));
      post("/sources/entra-signins", bytes(signIn("cleo", "2", "0"))).body("accepted", is(1));

      // then
      topics.await(
          Topic.SIGNALS, UsageDay.class, day -> day.holder().equals(cleo) && day.opens() == 2);
      assertThat(
              topics.matching(
                  Topic.SIGNALS,
                  UsageDay.class,
                  day -> day.holder().equals(cleo) && day.opens() > 2))
          .isEmpty();
      assertThat(RawInbox.withHeader("ce_partitionkey", upn("cleo"))).hasSize(3);
    }
  }

  @Test
  void aRosterIsTakenAndItsBrokenLinesAreNamed() {
    post(
            "/people",
            bytes(
                """
                employeeNumber,upn,name,status,since
                e1-%s,%s,Ada,active,
                e2-%s,%s,Bob,asleep,
                e3-%s,%s,"Cy,active,
                e4-%s,%s,Dee,left,2026-01-31
                """
                    .formatted(tag, upn("1"), tag, upn("2"), tag, upn("3"), tag, upn("4"))))
        .statusCode(200)
        .body("lines", is(4))
        .body("accepted", is(2))
        .body("ignored.count", is(0))
        .body("rejected.line", contains(3, 4))
        .body("rejected.field", contains("status", "quoting"));
  }

  @Test
  void aRosterWithoutStatusIsRefusedByThatColumn() {
    post("/people", bytes("employeeNumber,name\n1,Ada\n"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("status"));
    post("/people", "upn,status\na,active\n".getBytes(StandardCharsets.UTF_16LE))
        .statusCode(400)
        .body("detail", containsString("UTF-16"));
  }

  @Test
  void theOverviewTellsWhatWaits() {
    // given
    post("/sources/entra-signins", bytes(signIn("stranger", "1", "0"))).statusCode(200);

    // then
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                as("auditor")
                    .when()
                    .get("/sources")
                    .then()
                    .statusCode(200)
                    .body("sources.source", hasItem("entra-signins"))
                    .body("waiting.accounts.name", hasItem(upn("stranger")))
                    .body("waiting.accountsInAll", greaterThanOrEqualTo(1))
                    .body("waiting.applications.name", hasItem("tool-" + tag)));
    as("service").when().get("/sources").then().statusCode(403);
  }

  @Test
  void realRecordsOfTheVendorAddUp() throws IOException {
    // given
    Path folder = Path.of(System.getProperty("reclaim.real-events", "../../shared/real-events"));
    Path file = folder.resolve("Azure.Audit.ndjson");
    if (!Files.exists(file)) {
      System.out.println(
          "NOT RUN: real vendor records are not here; -Dreclaim.real-events names their folder");
    }
    Assumptions.assumeTrue(Files.exists(file), "no real vendor records");
    byte[] body = Files.readAllBytes(file);
    int lines = new String(body, StandardCharsets.UTF_8).strip().split("\n", -1).length;

    // when
    LinesAnswer answer =
        post("/sources/entra-signins", body).statusCode(200).extract().as(LinesAnswer.class);

    // then
    assertThat(answer.lines()).isEqualTo(lines);
    assertThat(answer.accepted() + answer.ignored().count() + answer.rejected().size())
        .isEqualTo(lines);
    assertThat(answer.accepted()).isPositive();
    assertThat(answer.ignored().reasons())
        .containsKeys(
            "sign-in of a service principal",
            "failed sign-in, error 50126",
            "not a sign-in: category AuditLogs");
    System.out.println("Real vendor records: " + answer);
  }

  private String upn(String person) {
    return person + "." + tag + "@example.com";
  }

  private String signIn(String person, String id, String resultType) {
    return """
        {"time": "2026-02-03 08:00:00.000", "category": "SignInLogs", "resultType": "%s",\
         "properties": {"id": "%s", "createdDateTime": "2026-02-03T07:59:58.1234567Z",\
         "userPrincipalName": "%s", "appDisplayName": "Tool-%s"}}"""
        .formatted(resultType, tag + id, upn(person), tag);
  }

  private static ValidatableResponse post(String path, byte[] body) {
    return as("feed").contentType("application/x-ndjson").body(body).when().post(path).then();
  }

  private static RequestSpecification as(String login) {
    return given().auth().preemptive().basic(login, RealInfrastructure.PASSWORD);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
