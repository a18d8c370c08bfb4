package dev.reclaim.revocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.RevocationFailed;
import dev.reclaim.events.RevocationId;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What cannot go on says what a person can do. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class AsksPeopleTest extends OnRealParts {

  private static final ConnectionName READ_ONLY = new ConnectionName("read-only-directory");

  @Test
  void tellsAPersonWhatToDoAboutAProtectedAccountAndAnInheritedSeat() {
    // when
    RevocationId admin = scene.approve("i.voss@example.com", Order.ACCESS_FIRST);
    RevocationId inherited = scene.approve("d.okafor@example.com", Order.SEAT_ONLY);

    // then
    assertThat(scene.hears(RevocationFailed.class, admin).whatToDo()).isNotBlank();
    assertThat(scene.hears(RevocationFailed.class, inherited).why()).contains("Analytics Team");
    assertThat(effects()).isEmpty();
  }

  @Test
  void tellsAPersonWhenNobodyConfiguredTheConnectionOrTheAccountIsUnknown() {
    // when
    RevocationId id = scene.approve("nobody@example.com", Order.SEAT_ONLY);

    // then
    assertThat(scene.hears(RevocationFailed.class, id).why()).contains("nobody@example.com");
  }

  @Test
  void checksAConnectionWithoutShowingWhatItIsConfiguredWith() {
    // when
    ValidatableResponse list = as("auditor").get("/connections").then();
    ValidatableResponse check =
        as("operator").post("/connections/corporate-directory/check").then();

    // then
    list.statusCode(200)
        .body(
            "connections.name",
            contains("corporate-directory", "identity-directory", "read-only-directory"))
        .body("connections.type", everyItem(equalTo("active-directory")))
        .body(not(containsString(SandboxCompany.PASSWORD)));
    check.statusCode(200).body("works", equalTo(true));
  }

  @Test
  void namesEachPermissionThatAConnectionLacks() {
    // given
    scene.defineBehind(new SeatSource(READ_ONLY, Company.LICENCE_GROUP));

    // then
    Awaitility.await()
        .untilAsserted(
            () ->
                as("operator")
                    .post("/connections/%s/check".formatted(READ_ONLY))
                    .then()
                    .statusCode(200)
                    .body("works", equalTo(false))
                    .body("missing", hasSize(greaterThanOrEqualTo(2)))
                    .body("missing.what", hasItem(containsString("member")))
                    .body("missing.whatToDo", everyItem(not(emptyString())))
                    .body(not(containsString(SandboxCompany.PASSWORD))));
    as("auditor").post("/connections/%s/check".formatted(READ_ONLY)).then().statusCode(403);
    as("operator").post("/connections/nowhere/check").then().statusCode(404);
  }

  @Test
  void refusesWhatMakesNoSense() {
    // given
    RevocationId id = heldByKillSwitch(MAJA);

    // then
    restore(id, "auditor").statusCode(403);
    restore(id, "operator").statusCode(409);
    restore(new RevocationId("rev-unknown"), "operator").statusCode(404);
    as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post("/revocations/" + id + "/restore")
        .then()
        .statusCode(400)
        .body("field", equalTo("reason"));
    as("operator").get("/revocations?state=Nowhere").then().statusCode(400);
    as("operator").post("/brakes/kill-switch/release").then().statusCode(409);
    as("operator").post("/brakes/nothing/release").then().statusCode(404);
    given().get("/revocations").then().statusCode(401);
  }
}
