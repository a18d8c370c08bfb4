package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.BrakeHandled;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever saved the version of a rule is none of the two who release what it found. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class AuthorsDoNotReleaseTest extends OnRealParts {

  private RevocationId anna;
  private String brake;

  /** The limit lets two pass, and holds the third. */
  @BeforeEach
  void holdOne() {
    scene.hears(RevocationVerified.class, scene.approve(MAJA, Order.SEAT_ONLY));
    scene.hears(RevocationVerified.class, scene.approve(CARLOS, Order.SEAT_ONLY));
    anna = scene.approve(ANNA, Order.SEAT_ONLY);
    brake = scene.hears(RevocationHeld.class, anna).brake();
  }

  @Test
  void refusesTheAuthorAsTheFirstAndAsTheSecondAndPutsItOnRecord() {
    // given
    isSaved(1, "operator");

    // when
    refused(as("operator").post("/brakes/" + brake + "/release").then());
    release(brake, "admin").body("released", equalTo(0));
    refused(as("operator").post("/brakes/" + brake + "/release").then());
    refused(releaseOne(brake, anna, "operator"));

    // then
    get(anna).body("revocation.state", equalTo("Held"));
    assertThat(effects()).hasSize(2);
    BrakeHandled refusal =
        topics.await(
            Topic.REVOCATIONS,
            BrakeHandled.class,
            said -> said.brake().equals(brake) && said.revocations().contains(anna));
    assertThat(refusal.act()).isEqualTo(BrakeHandled.Act.RELEASE_REFUSED);
    assertThat(refusal.by().id()).isEqualTo("operator");
    assertThat(refusal.why()).contains("version 1 of the rule " + scene.rule);
  }

  @Test
  void letsTheAuthorOfAnotherVersionReleaseIt() {
    // given
    isSaved(1, "somebody-else");
    isSaved(2, "operator");

    // when
    release(brake, "operator").body("released", equalTo(0));
    release(brake, "admin").body("released", equalTo(1));

    // then
    scene.hears(RevocationVerified.class, anna);
  }

  @Test
  void countsNoVoiceThatTurnsOutToBeTheAuthors() {
    // given
    release(brake, "operator").body("released", equalTo(0));
    isSaved(1, "operator");

    // when
    releaseOne(brake, anna, "admin").statusCode(200).body("released", equalTo(0));

    // then
    get(anna).body("revocation.state", equalTo("Held"));
  }

  private void refused(ValidatableResponse answer) {
    answer
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", containsString("operator saved version 1 of the rule " + scene.rule))
        .body("detail", containsString("two other people release it"));
  }

  private void isSaved(int version, String login) {
    scene.ruleIsSaved(version, login);
    Awaitility.await()
        .until(
            () ->
                rows("rule_author", "rule = '%s' AND version = %d".formatted(scene.rule, version))
                    == 1);
  }
}
