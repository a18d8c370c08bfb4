package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.events.RevocationEvent.BrakeHandled;
import dev.reclaim.events.Topic;
import dev.reclaim.http.RepeatedRequests;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.SameRequest;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** The same key means the same request: it is done once, and answered alike each time. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class RepeatedRequestsTest extends OnRealParts {

  private static final int REPEATS = 1_000;

  @TestHTTPResource("/brakes/kill-switch")
  URI killSwitch;

  private final String key = UUID.randomUUID().toString();

  @Test
  void areDoneOnceAndAnsweredAlikeHoweverManyComeAtOnce()
      throws ExecutionException, InterruptedException {
    // given
    String reason = "a test of " + key;

    // when
    Set<String> answers = SameRequest.answers(REPEATS, turnOn(reason));

    // then
    assertThat(answers).hasSize(1).first().asString().startsWith("200 ").contains(reason);
    topics.await(Topic.REVOCATIONS, BrakeHandled.class, said -> said.why().equals(reason));
    assertThat(
            topics.matching(
                Topic.REVOCATIONS, BrakeHandled.class, said -> said.why().equals(reason)))
        .hasSize(1);

    // when
    killSwitch(false);

    // then
    assertThat(SameRequest.answers(1, turnOn(reason))).isEqualTo(answers);
    assertThat(
            topics.matching(
                Topic.REVOCATIONS, BrakeHandled.class, said -> said.why().equals(reason)))
        .hasSize(1);
  }

  @Test
  void areRefusedWhenTheKeyWasSentWithSomethingElse() {
    send("the first").statusCode(200);
    send("the second").statusCode(422).body("field", equalTo(RepeatedRequests.HEADER));
    as("admin")
        .header(RepeatedRequests.HEADER, key)
        .contentType(ContentType.JSON)
        .body(Map.of("on", false, "reason", "another caller's key is another key"))
        .put("/brakes/kill-switch")
        .then()
        .statusCode(200);
    as("operator")
        .header(RepeatedRequests.HEADER, "k".repeat(201))
        .post("/brakes/kill-switch/release")
        .then()
        .statusCode(400);
  }

  @Test
  void areAnsweredWithTheSameRefusal() {
    for (int i = 0; i < 2; i++) {
      as("operator")
          .header(RepeatedRequests.HEADER, key)
          .post("/brakes/nothing/release")
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("detail", equalTo("brake nothing is not known"));
    }
  }

  private ValidatableResponse send(String reason) {
    return as("operator")
        .header(RepeatedRequests.HEADER, key)
        .contentType(ContentType.JSON)
        .body(Map.of("on", false, "reason", reason))
        .put("/brakes/kill-switch")
        .then();
  }

  private HttpRequest turnOn(String reason) {
    return HttpRequest.newBuilder(killSwitch)
        .header("Authorization", SameRequest.authorization("operator"))
        .header("Content-Type", "application/json")
        .header(RepeatedRequests.HEADER, key)
        .PUT(HttpRequest.BodyPublishers.ofString("{\"on\": true, \"reason\": \"" + reason + "\"}"))
        .build();
  }
}
