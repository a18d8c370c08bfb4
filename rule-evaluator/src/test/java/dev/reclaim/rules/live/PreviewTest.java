package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.as;
import static dev.reclaim.rules.live.Company.days;
import static dev.reclaim.rules.live.StandingClock.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
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
    JsonPath preview = preview("");
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
  void countsEveryVerdictAndAddsUpEachCurrencyByItself() {
    try (Company dear = new Company();
        Company used = new Company();
        Company unseen = new Company()) {
      // given
      List<Company> all = List.of(company, dear, used, unseen);
      all.forEach(Company::withApplication);
      dear.put(
          "application",
          dear.application.value(),
          "{kind: application, name: %s, title: App, pricePerMonth: {amount: 199.90, currency: USD}}"
              .formatted(dear.application));
      company.put(
          "rule",
          company.rule,
          "{kind: rule, name: %s, title: Idle, ask: nobody, when: {unusedFor: {time: P60D}}, applications: %s}"
              .formatted(company.rule, all.stream().map(each -> each.application).toList()));
      company.anIdleSeat().forEach(company::send);
      dear.anIdleSeat().forEach(dear::send);
      used.anIdleSeat().forEach(used::send);
      used.send(used.used(NOW.minus(days(3)), 60, 1));
      unseen.send(unseen.seatAssigned(days(400)));
      // then
      List<String> verdicts =
          List.of("reclaimable", "reclaimable", "not-reclaimable", "not-enough-data");
      JsonPath preview =
          await()
              .until(
                  () -> preview("?limit=5000"),
                  json -> all.stream().map(each -> verdict(json, each)).toList().equals(verdicts));
      assertThat(all.stream().map(each -> of(preview, each, "evidence.kind")))
          .containsExactly("not-used-since", "not-used-since", "used", "unknown");
      assertThat(preview.getLong("counts.reclaimable")).isEqualTo(2);
      assertThat(preview.getLong("counts.'not-enough-data'")).isEqualTo(1);
      assertThat(preview.getList("pricePerMonth.currency")).containsExactly("EUR", "USD");
      assertThat(preview.getList("pricePerMonth.amount", Double.class))
          .containsExactly(70.0, 199.9);
      assertThat(preview("?limit=1").getList("seats.verdict")).containsExactly("reclaimable");
    }
  }

  private static String verdict(JsonPath preview, Company of) {
    return of(preview, of, "verdict");
  }

  private static String of(JsonPath preview, Company company, String what) {
    return preview.getString(
        "seats.find { it.seat.application == '%s' }?.%s".formatted(company.application, what));
  }

  private JsonPath preview(String query) {
    return as("operator")
        .post("/rules/" + company.rule + "/preview" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
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
