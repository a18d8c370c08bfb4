package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class ApplyTest {

  private final Company company = new Company();
  private final SentFolder sent = new SentFolder(company);

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void aFolderIsSavedAsOneAndTheSecondTimeChangesNothing() {
    // given
    sent.file("application.yaml", sent.application());
    sent.file("rule.yaml", "# two of them\n" + sent.rule("observe") + "---\n" + sent.campaign());
    // when
    sent.apply(0)
        .statusCode(200)
        .body("applied", equalTo(true))
        .body("changes.name", hasItem(company.rule))
        .body("changes", hasSize(3));
    // then
    sent.apply(0)
        .statusCode(200)
        .body("changes", empty())
        .body("unchanged", equalTo(3))
        .body("rules", empty());
    as("admin")
        .get("/policy/rule/" + company.rule + "/versions")
        .then()
        .body("version", equalTo(List.of(1)))
        .body("[0].changedBy", equalTo("admin"));
    assertThat(
            company
                .topics()
                .await(
                    Topic.POLICY,
                    ApplicationDefined.class,
                    a -> a.application().equals(company.application))
                .pricePerMonth())
        .hasToString("Optional[70.00 EUR]");
  }

  @Test
  void whenAnyDocumentIsWrongNothingIsSavedAndEachFaultIsNamed() {
    // given
    sent.file("application.yaml", sent.application());
    sent.file("unknown-key.yaml", sent.rule("observe") + "colour: red\n");
    sent.file("window.yaml", sent.rule("observe").replace("P1D", "P-3D"));
    sent.file(
        "cycle.yaml",
        """
        kind: application
        name: cyclic
        title: C
        tiers:
          - {name: a, lower: b}
          - {name: b, lower: a}
        """);
    sent.file("price.yaml", "kind: application\nname: dear\ntitle: D\nprice: {amount: 7}\n");
    // then
    sent.apply(0)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("file", equalTo("unknown-key.yaml"))
        .body("line", equalTo(9))
        .body("field", equalTo("colour"))
        .body(
            "faults.file",
            equalTo(List.of("unknown-key.yaml", "window.yaml", "cycle.yaml", "price.yaml")))
        .body(
            "faults.field",
            equalTo(
                List.of("colour", "when.seatOlderThan.age", "tiers[1].lower", "price.currency")))
        .body("faults.line", equalTo(List.of(9, 7, 6, 4)))
        .body("faults[1].reason", containsString("longer than nothing"))
        .body("faults[2].reason", containsString("cycle of tiers: b, a, b"))
        .body("faults[3].reason", equalTo("is missing"));
    nothingIsSaved();
  }

  @Test
  void twoOfOneNameAreRefusedWithBothFiles() {
    sent.file("application.yaml", sent.application());
    sent.file("one.yaml", sent.rule("observe"));
    sent.file("two.yaml", sent.rule("observe").replace("title: A rule", "title: Another"));
    sent.apply(0)
        .statusCode(400)
        .body("file", equalTo("two.yaml"))
        .body("field", equalTo("name"))
        .body("detail", containsString("the other is in one.yaml, line 2"));
    nothingIsSaved();
  }

  @Test
  void whatADocumentNamesMustBeThere() {
    sent.file("rule.yaml", sent.rule("observe"));
    sent.apply(0)
        .statusCode(400)
        .body("faults.field", equalTo(List.of("applications[0]", "campaign")));
    nothingIsSaved();
  }

  @Test
  void aHoldThatIsOverUndoesAllThatWasSavedBeforeIt() {
    sent.file("application.yaml", sent.application());
    sent.file(
        "hold.yaml",
        "kind: hold\nname: past-%s\ntype: leave\nholder: x\nreason: r\nowner: o\nuntil: 2026-01-01\n"
            .formatted(company.rule));
    sent.apply(0)
        .statusCode(400)
        .body("file", equalTo("hold.yaml"))
        .body("field", equalTo("until"))
        .body("line", equalTo(7));
    nothingIsSaved();
  }

  @Test
  void aPlanShowsPeopleSeatsApplicationsAndMoneyAndSavesNothing() {
    // given
    sent.seats(3);
    sent.folder("enforce");
    // when
    sent.plan()
        .statusCode(200)
        .body("applied", equalTo(false))
        .body("needsConfirmation", equalTo(false))
        .body("rules[0].candidates.newly.seats", equalTo(3))
        .body("rules[0].candidates.newly.people", equalTo(3))
        .body("rules[0].candidates.newly.applications." + company.application, equalTo(3))
        .body("rules[0].candidates.newly.savingPerMonth[0].amount", equalTo(210f))
        .body("rules[0].candidates.newly.listed.account", hasItem(sent.account(2)))
        .body("inAll.newly.seats", equalTo(3));
    // then
    nothingIsSaved();
    sent.apply(0).statusCode(200).body("inAll.newly.seats", equalTo(3));
  }

  @Test
  void aPlanLeavesNothingBehindThatAnApplyWouldTripOver() {
    // given: a first version that was only planned
    sent.seats(1);
    sent.folder("enforce");
    sent.plan().body("inAll.newly.seats", equalTo(1));
    // when: the first version is another one
    sent.clear();
    sent.folder("enforce");
    sent.removeLast();
    sent.file("rule.yaml", sent.rule("enforce").replace("P1D", "P3000D"));
    sent.apply(0).statusCode(200).body("inAll.newly.seats", equalTo(0));
    // then
    as("operator")
        .post("/rules/" + company.rule + "/preview")
        .then()
        .body("counts.reclaimable", equalTo(0));
  }

  @Test
  void manyAtOnceSaveItOnce() throws Exception {
    // given
    sent.folder("observe");
    // when
    List<Future<Integer>> done = new ArrayList<>();
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        done.add(together.submit(() -> sent.apply(0).extract().statusCode()));
      }
    }
    // then
    for (Future<Integer> one : done) {
      assertThat(one.get()).isEqualTo(200);
    }
    as("admin")
        .get("/policy/rule/" + company.rule + "/versions")
        .then()
        .body("version", equalTo(List.of(1)));
  }

  @Test
  void whatCeasesToBeACandidateIsShownToo() {
    // given
    sent.seats(2);
    sent.folder("enforce");
    sent.apply(0).statusCode(200);
    // when: nobody has had it for so long
    sent.clear();
    sent.file("rule.yaml", sent.rule("enforce").replace("P1D", "P3000D"));
    // then
    sent.plan()
        .body("changes[0].differences[0].key", equalTo("when.seatOlderThan.age"))
        .body("changes[0].differences[0].before", equalTo("P1D"))
        .body("changes[0].differences[0].after", equalTo("P3000D"))
        .body("inAll.newly.seats", equalTo(0))
        .body("inAll.noMore.seats", equalTo(2))
        .body("inAll.noMore.savingPerMonth[0].amount", equalTo(140f));
  }

  @Test
  void aHoldAndAnApplicationChangeWhatStandingRulesFind() {
    // given
    sent.seats(2);
    sent.folder("enforce");
    sent.apply(0).statusCode(200);
    // when
    sent.clear();
    sent.file(
        "hold.yaml",
        "kind: hold\nname: on-%s\ntype: legal\nholder: %s\nreason: r\nowner: o\n"
            .formatted(company.rule, sent.account(1)));
    // then
    sent.plan()
        .body("inAll.noMore.seats", equalTo(1))
        .body("inAll.noMore.people", equalTo(1))
        .body(
            "rules.find { it.rule == '%s' }.candidates.noMore.listed[0].account"
                .formatted(company.rule),
            equalTo(sent.account(1)));
  }

  @Test
  void moreThanAHundredNewCandidatesNeedTheirNumber() {
    // given
    sent.seats(101);
    sent.folder("enforce");
    sent.plan().body("needsConfirmation", equalTo(true)).body("inAll.newly.seats", equalTo(101));
    // then
    sent.apply(0)
        .statusCode(409)
        .body("plan.inAll.newly.seats", equalTo(101))
        .body(
            "detail",
            equalTo(
                "It would make 101 seats of 101 people candidates (7070.00 EUR a month), and 100 may be"
                    + " without being confirmed. Nothing is saved. Confirm 101 or more."));
    nothingIsSaved();
    sent.apply(100).statusCode(409);
    sent.apply(101).statusCode(200).body("applied", equalTo(true));
  }

  @Test
  void aRuleThatIsPutAloneNeedsItsNumberToo() {
    // given
    sent.seats(101);
    sent.folder("observe");
    sent.apply(0).statusCode(200);
    // then
    put("rule", company.rule, sent.rule("enforce"))
        .statusCode(409)
        .body("plan.inAll.newly.seats", equalTo(101));
    as("admin").get("/policy/rule/" + company.rule).then().body("version", equalTo(1));
    put("rule", company.rule + "?confirm=101", sent.rule("enforce"))
        .statusCode(200)
        .body("version", equalTo(2))
        .body("changed", equalTo(true));
  }

  @Test
  void aHundredNeedNone() {
    sent.seats(100);
    sent.folder("enforce");
    sent.apply(0).statusCode(200).body("inAll.newly.seats", equalTo(100));
  }

  @Test
  void whatOnlyObservesMakesNoCandidates() {
    // given
    sent.seats(101);
    sent.folder("observe");
    // when
    sent.apply(0)
        .statusCode(200)
        .body("inAll.newly.seats", equalTo(0))
        .body("rules[0].observed.seats", equalTo(101));
    // then: going on to ask is what makes them
    sent.clear();
    sent.file("rule.yaml", sent.rule("ask"));
    sent.apply(0).statusCode(409).body("plan.inAll.newly.seats", equalTo(101));
  }

  @Test
  void aRequestThatIsNoFolderIsNamed() {
    sent.apply(0).statusCode(400).body("field", equalTo("files"));
    sent.file("application.yaml", sent.application());
    sent.apply(-1).statusCode(400).body("field", equalTo("confirm"));
    as("operator")
        .contentType("application/json")
        .body(sent.body())
        .post("/policy/plan")
        .then()
        .statusCode(200);
    as("operator")
        .contentType("application/json")
        .body(sent.body())
        .post("/policy/apply")
        .then()
        .statusCode(403);
  }

  @Test
  void aSinglePutMayNameWhatIsStillToComeUnlessItIsAHold() {
    put("rule", company.rule, sent.rule("observe")).statusCode(201);
    put(
            "hold",
            "on-nothing",
            "kind: hold\nname: on-nothing\ntype: legal\napplication: wrod\nreason: r\nowner: o\n")
        .statusCode(400)
        .body("field", equalTo("application"))
        .body("line", equalTo(4))
        .body("detail", containsString("there is no application wrod"));
  }

  private static ValidatableResponse put(String kind, String name, String text) {
    return as("admin")
        .contentType("application/yaml")
        .body(text.getBytes(StandardCharsets.UTF_8))
        .put("/policy/" + kind + "/" + name)
        .then();
  }

  private void nothingIsSaved() {
    as("admin").get("/policy/application/" + company.application).then().statusCode(404);
    as("admin").get("/policy/rule/" + company.rule).then().statusCode(404);
  }
}
