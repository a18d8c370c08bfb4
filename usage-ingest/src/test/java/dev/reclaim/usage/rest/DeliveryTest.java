package dev.reclaim.usage.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /events}: what is taken, and in which words the rest is refused. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "usage_ingest"))
class DeliveryTest {

  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final String tag = UUID.randomUUID().toString();

  @Test
  void aBinaryEventIsOnTheInboxWhenItIsAccepted() {
    // when
    feed()
        .contentType(ContentType.JSON)
        .header("ce-specversion", "1.0")
        .header("ce-id", tag)
        .header("ce-source", "/desktop")
        .header("ce-type", "reclaim.usage.v1")
        .header("traceparent", TRACE)
        .body(usage())
        .when()
        .post("/events")
        .then()
        .statusCode(202)
        .body("accepted", is(1))
        .body("rejected", hasSize(0));

    // then
    assertThat(RawInbox.withHeader("ce_id", tag))
        .singleElement(InstanceOfAssertFactories.map(String.class, String.class))
        .containsEntry("ce_type", "reclaim.usage.v1")
        .containsEntry("ce_traceparent", TRACE);
  }

  @Test
  void aStructuredEventIsAccepted() {
    post(STRUCTURED, event("reclaim.usage.v1", usage())).statusCode(202).body("accepted", is(1));
  }

  @Test
  void aBatchTellsWhatItRefusesAndTakesTheRest() {
    // given
    String batch =
        "[%s, %s, %s, 7, %s]"
            .formatted(
                event("reclaim.usage.v1", usage()),
                event(
                    "reclaim.usage.v1",
                    "{\"application\": \"crm\", \"at\": \"2026-01-01T00:00:00Z\"}"),
                event("reclaim.gossip.v1", usage()),
                event("reclaim.usage.v1", usage()));

    // then
    post(BATCH, batch)
        .statusCode(202)
        .body("accepted", is(2))
        .body("rejected.index", contains(1, 2, 3))
        .body("rejected.field", contains("account", "type", "event"))
        .body("rejected[0].id", equalTo(tag));
  }

  @Test
  void aBatchOfNothingGoodIsRefused() {
    post(BATCH, "[%s]".formatted(event("reclaim.gossip.v1", usage())))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("type"))
        .body("rejected[0].reason", containsString("reclaim.gossip.v1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          reclaim.usage.v1      | {"application": "crm", "at": "2026-01-01T00:00:00Z"}                                   | account
          reclaim.usage.v1      | {"account": "ada", "application": "crm"}                                              | at
          reclaim.usage.v1      | {"account": "ada", "application": "crm", "at": "soon"}                                | at
          reclaim.usage.v1      | {"account": "ada", "application": "crm", "at": "2999-01-01T00:00:00Z"}                | at
          reclaim.usage.v1      | {"account": "ada", "application": "crm", "at": "1970-01-01T00:00:00Z"}                | at
          reclaim.usage.v1      | {"account": "ada", "application": "crm", "at": "2026-01-01T00:00:00Z", "seconds": -1} | seconds
          reclaim.usage.v1      | {"account": "a\\u0000", "application": "crm", "at": "2026-01-01T00:00:00Z"}           | account
          reclaim.usage.v1      | [1]                                                                                   | data
          reclaim.holder.v1     | {"status": "active"}                                                                  | employeeNumber
          reclaim.holder.v1     | {"email": " ", "status": "active"}                                                    | employeeNumber
          reclaim.holder.v1     | {"email": "ada@example.com", "status": "asleep"}                                      | status
          reclaim.holder.v1     | {"email": "ada@example.com"}                                                          | status
          reclaim.seat.v1       | {"account": "ada"}                                                                    | application
          reclaim.gossip.v1     | {}                                                                                    | type
          reclaim.usage-day.v1  | {"holder": "h", "application": "crm", "day": "2026-01-01", "seconds": 1, "opens": 1, "unmeasured": 0, "lastUse": "2026-01-01T00:00:00Z", "sources": [], "revision": 1} | type
          reclaim.source-record.v1 | {"source": "nobody", "content": {}}                                                | source
          """)
  void aBadEventIsRefusedByItsField(String type, String data, String field) {
    post(STRUCTURED, event(type, data))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"specversion", "id", "source", "type"})
  void aMissingAttributeIsNamed(String attribute) {
    post(STRUCTURED, event("reclaim.usage.v1", usage()).replace("\"" + attribute + "\"", "\"x\""))
        .statusCode(400)
        .body("field", equalTo(attribute));
  }

  @Test
  void anEventFromTheFutureIsRefusedAndOneFromASlowClockIsNot() {
    String soon = Instant.now().plus(Duration.ofMinutes(9)).toString();
    String late = Instant.now().plus(Duration.ofMinutes(11)).toString();

    post(STRUCTURED, timed(soon)).statusCode(202);
    post(STRUCTURED, timed(late)).statusCode(400).body("field", equalTo("time"));
    post(STRUCTURED, timed("tomorrow")).statusCode(400).body("field", equalTo("time"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\": ", "", "{} {}", "nonsense"})
  void brokenJsonIsRefused(String body) {
    post(STRUCTURED, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", notNullValue())
        .body("detail", matchesPattern("(?s).*(line \\d+, column \\d+|is empty|is missing).*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1"})
  void aWrongEncodingIsRefusedInClearWords(String charset) {
    // given
    byte[] body =
        event("reclaim.usage.v1", usage().replace("crm", "Zoë")).getBytes(Charset.forName(charset));

    // then
    feed()
        .contentType(STRUCTURED)
        .body(body)
        .when()
        .post("/events")
        .then()
        .statusCode(400)
        .body("field", equalTo("body"))
        .body("detail", containsString("UTF-"));
  }

  @Test
  void aHugeBodyIsRefusedBeforeItIsSent() throws IOException {
    // given
    String head =
        """
        POST /events HTTP/1.1
        Host: localhost
        Authorization: Basic %s
        Content-Type: %s
        Content-Length: %d

        """
            .formatted(credentials(), STRUCTURED, 11 * 1024 * 1024)
            .replace("\n", "\r\n");

    // when
    try (Socket client = new Socket("localhost", RestAssured.port)) {
      client.setSoTimeout(10_000);
      client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = client.getInputStream().readNBytes(2_000);

      // then
      assertThat(new String(answer, StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 413")
          .contains("application/problem+json")
          .contains("body-too-large");
    }
  }

  @Test
  void aHugeBodyOfUnknownLengthIsRefusedToo() throws Exception {
    // given
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/events"))
            .header("Authorization", "Basic " + credentials())
            .header("Content-Type", STRUCTURED)
            .version(HttpClient.Version.HTTP_1_1)
            .POST(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[11_000_000])))
            .build();

    // when
    HttpResponse<String> answer;
    try (HttpClient client = HttpClient.newHttpClient()) {
      answer = client.send(request, BodyHandlers.ofString());
    }

    // then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("body-too-large");
  }

  @Test
  void aSmallBodyOfUnknownLengthIsTaken() throws Exception {
    // given
    byte[] body = event("reclaim.usage.v1", usage()).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/events"))
            .header("Authorization", "Basic " + credentials())
            .header("Content-Type", STRUCTURED)
            .version(HttpClient.Version.HTTP_1_1)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    // when
    HttpResponse<String> answer;
    try (HttpClient client = HttpClient.newHttpClient()) {
      answer = client.send(request, BodyHandlers.ofString());
    }

    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(RawInbox.withHeader("ce_id", tag)).hasSize(1);
  }

  @Test
  void anEventThatTheBrokerCouldNotTakeIsRefused() {
    // given
    String record =
        "{\"source\": \"entra-signins\", \"content\": {\"a\": \"%s\"}}"
            .formatted("x".repeat(600_000));

    // then
    post(STRUCTURED, event("reclaim.source-record.v1", record))
        .statusCode(413)
        .body("field", equalTo("data"));
  }

  @Test
  void anotherMediaTypeIsRefused() {
    post("text/plain", "hello").statusCode(400).body("field", equalTo("Content-Type"));
  }

  @Test
  void onlyWhoMayDeliverDelivers() {
    given().contentType(STRUCTURED).body("{}").when().post("/events").then().statusCode(401);
    given()
        .auth()
        .preemptive()
        .basic("auditor", RealInfrastructure.PASSWORD)
        .contentType(STRUCTURED)
        .body("{}")
        .when()
        .post("/events")
        .then()
        .statusCode(403);
  }

  private static String credentials() {
    String login = "feed:" + RealInfrastructure.PASSWORD;
    return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private ValidatableResponse post(String type, String body) {
    return feed()
        .contentType(type)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .when()
        .post("/events")
        .then();
  }

  private static RequestSpecification feed() {
    return given().auth().preemptive().basic("feed", RealInfrastructure.PASSWORD);
  }

  private String usage() {
    return "{\"account\": \"%s\", \"application\": \"crm\", \"at\": \"2026-01-01T00:00:00Z\"}"
        .formatted(tag);
  }

  private String event(String type, String data) {
    return "{\"specversion\": \"1.0\", \"id\": \"%s\", \"source\": \"/desktop\", \"type\": \"%s\", \"data\": %s}"
        .formatted(tag, type, data);
  }

  private String timed(String time) {
    return event("reclaim.usage.v1", usage())
        .replace("\"specversion\"", "\"time\": \"%s\", \"specversion\"".formatted(time));
  }
}
