package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class PreviewTest {

  private final Company company = new Company();

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void countsSeatsAndMoneyAndWritesNothing() {
    // given
    company.withApplication().withIdleRule();
    company.anIdleSeat().forEach(company::send);
    await().until(company::verdict, "reclaimable"::equals);
    // when
    JsonPath preview =
        as("operator").post("/rules/" + company.rule + "/preview").then().extract().jsonPath();
    // then
    assertThat(preview.getLong("counts.reclaimable")).isEqualTo(1);
    assertThat(preview.getString("pricePerMonth[0].currency")).isEqualTo("EUR");
    assertThat(preview.getDouble("pricePerMonth[0].amount")).isEqualTo(70.0);
    assertThat(preview.getString("seats[0].verdict")).isEqualTo("reclaimable");
    assertThat(preview.getString("seats[0].evidence.kind")).isEqualTo("not-used-since");
    assertThat(company.allFound()).isEmpty();
    assertThat(company.seats().getList("seats[0].candidates")).isEmpty();
  }

  @Test
  void anUnknownRuleAndABadLimitAreNamed() {
    company.withApplication().withIdleRule();
    as("operator").post("/rules/nothing/preview").then().statusCode(404);
    as("operator").post("/rules/nothing/run").then().statusCode(404);
    as("operator")
        .post("/rules/" + company.rule + "/preview?limit=-1")
        .then()
        .statusCode(400)
        .body("field", equalTo("limit"));
    as("operator").get("/holders/nobody@example.com/seats").then().statusCode(404);
  }
}
