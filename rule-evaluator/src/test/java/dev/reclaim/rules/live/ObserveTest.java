package dev.reclaim.rules.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class ObserveTest {

  private static final String REST = "ask: holder\nwhen: {unusedFor: {time: P60D}}\n";

  private final Company company = new Company();

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void aNewRuleCountsAndNobodyHearsOfIt() {
    // given
    company.withApplication().withRule(REST);
    company.anIdleSeat().forEach(company::send);
    await().until(company::verdict, "reclaimable"::equals);
    // when
    long found = company.found();
    // then
    JsonPath runs = runs();
    assertThat(found).isZero();
    assertThat(runs.getString("[0].mode")).isEqualTo("OBSERVE");
    assertThat(runs.getLong("[0].counts.reclaimable")).isEqualTo(1);
    assertThat(runs.getLong("[0].counts.found")).isZero();
    assertThat(company.foundByItsRule()).isEmpty();
  }

  @Test
  void backToObserveWithdrawsWhatIsOpen() {
    // given
    company.withApplication().withRule(REST + "mode: enforce\n");
    company.anIdleSeat().forEach(company::send);
    await().until(company::verdict, "reclaimable"::equals);
    company.run();
    CandidateFound found = company.awaitFound(0);
    // when
    company.withRule(REST);
    company.later(Duration.ofSeconds(1));
    company.run();
    // then
    assertThat(company.awaitWithdrawn(found.candidate()).cause()).isEqualTo(Cause.REASON_GONE);
    assertThat(runs().getLong("[0].counts.withdrawn")).isEqualTo(1);
    assertThat(runs().getLong("[1].counts.found")).isEqualTo(1);
  }

  @Test
  void theRunsOfARuleThatNobodyKnowsAndABadLimitAreRefused() {
    company.withApplication().withRule(REST);
    Company.as("operator").get("/rules/nothing/runs").then().statusCode(404);
    Company.as("operator").get("/rules/" + company.rule + "/runs?limit=0").then().statusCode(400);
    Company.as("feed").get("/rules/" + company.rule + "/runs").then().statusCode(403);
    assertThat(runs().getList("$")).isEmpty();
  }

  private JsonPath runs() {
    return Company.as("operator")
        .get("/rules/" + company.rule + "/runs")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
