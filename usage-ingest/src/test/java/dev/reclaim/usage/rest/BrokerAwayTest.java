package dev.reclaim.usage.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody listens where the broker should be: what is sent is refused, and may be sent again. */
@QuarkusTest
@TestProfile(BrokerAwayTest.NobodyListens.class)
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "usage_ingest_without_broker"))
class BrokerAwayTest {

  /** This service looks for its broker in vain. */
  public static final class NobodyListens implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kafka.bootstrap.servers", "127.0.0.1:1");
    }
  }

  @Test
  void whatTheBrokerDidNotTakeIsRefusedWithTheTimeToComeBack() {
    given()
        .auth()
        .preemptive()
        .basic("feed", RealInfrastructure.PASSWORD)
        .contentType(ContentType.JSON)
        .header("ce-specversion", "1.0")
        .header("ce-id", "1")
        .header("ce-source", "/desktop")
        .header("ce-type", "reclaim.usage.v1")
        .body("{\"account\": \"ada\", \"application\": \"crm\", \"at\": \"2026-01-01T00:00:00Z\"}")
        .when()
        .post("/events")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .body("detail", containsString("send all of it again, nothing is counted twice"));
  }
}
