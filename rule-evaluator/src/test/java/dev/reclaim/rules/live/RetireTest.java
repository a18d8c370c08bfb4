package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What retiring policy does is shown before, and needs its number like any other change. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class RetireTest {

  private final Company company = new Company();
  private final SentFolder sent = new SentFolder(company);

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void theSeatsOfARuleThatGoesCeaseToBeCandidates() {
    // given
    sent.seats(2);
    sent.folder("enforce");
    sent.apply(0).statusCode(200);
    // when
    sent.retire("rule/" + company.rule);
    // then
    sent.plan()
        .statusCode(200)
        .body("changes[0].isRetired", equalTo(true))
        .body("inAll.noMore.seats", equalTo(2))
        .body("inAll.newly.seats", equalTo(0));
    as("admin").get("/policy/rule/" + company.rule).then().body("retired", equalTo(false));
    sent.apply(0).statusCode(200);
    as("admin").get("/policy/rule/" + company.rule).then().body("retired", equalTo(true));
  }

  @Test
  void aHoldThatGoesMayMakeCandidatesAndNeedsTheirNumber() {
    // given
    sent.seats(101);
    sent.folder("enforce");
    String hold = "on-" + company.rule;
    sent.file(
        "hold.yaml",
        "kind: hold\nname: %s\ntype: legal\napplication: %s\nreason: r\nowner: o\n"
            .formatted(hold, company.application));
    sent.apply(0).statusCode(200).body("inAll.newly.seats", equalTo(0));
    // when
    sent.retire("hold/" + hold);
    sent.plan().body("inAll.newly.seats", equalTo(101)).body("needsConfirmation", equalTo(true));
    // then
    as("admin")
        .delete("/policy/hold/" + hold)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("plan.inAll.newly.seats", equalTo(101))
        .body("detail", containsString("Confirm 101 or more"));
    as("admin").get("/policy/hold/" + hold).then().body("retired", equalTo(false));
    as("admin")
        .delete("/policy/hold/" + hold + "?confirm=101")
        .then()
        .statusCode(200)
        .body("retired", equalTo(true))
        .body("version", equalTo(2));
  }

  @Test
  void whatDoesNotStandCannotBeRetired() {
    sent.retire("hold/of-nobody");
    sent.plan()
        .statusCode(400)
        .body("field", equalTo("retire"))
        .body("detail", containsString("there is no hold/of-nobody"));
    sent.retire("of-nobody");
    sent.plan().statusCode(400).body("field", equalTo("retire"));
    as("admin").delete("/policy/hold/of-nobody").then().statusCode(404);
  }
}
