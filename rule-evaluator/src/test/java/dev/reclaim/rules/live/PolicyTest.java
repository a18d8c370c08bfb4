package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.reclaim.events.Actor;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class PolicyTest {

  private static final String VISIO =
      "{kind: application, name: visio, title: Visio, pricePerMonth: {amount: 14.50, currency: EUR}}";

  private final TopicView topics = new TopicView();

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void theWholeCatalogueIsTakenAtOnceAndASecondTimeChangesNothing() throws IOException {
    // given
    List<Map<String, String>> files = new ArrayList<>();
    try (Stream<Path> catalog = Files.walk(Path.of("../catalog"))) {
      for (Path file : catalog.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        files.add(Map.of("file", file.toString(), "text", Files.readString(file)));
      }
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(18);
    // when: the database has seats of other tests
    apply(files).body("applied", equalTo(true));
    // then
    apply(files).body("changes", empty()).body("unchanged", equalTo(files.size()));
    RuleDefined leaver =
        topics.await(Topic.POLICY, RuleDefined.class, rule -> rule.rule().value().equals("leaver"));
    assertThat(leaver.definition()).containsEntry("order", "access-first");
    assertThat(leaver.by()).contains(Actor.operator("admin"));
  }

  private static ValidatableResponse apply(List<Map<String, String>> files) {
    return as("admin")
        .contentType("application/json")
        .body(Map.of("files", files))
        .post("/policy/apply?confirm=100000")
        .then()
        .statusCode(200);
  }

  @Test
  void savingTheSameAgainChangesNothing() {
    // given
    put("application", "visio", VISIO).statusCode(201).body("version", equalTo(1));
    // when
    String sameInOtherWords =
        """
        # a comment
        name: visio
        kind: application
        pricePerMonth: {currency: EUR, amount: 14.5}
        title: Visio
        """;
    put("application", "visio", sameInOtherWords)
        .statusCode(200)
        .body("version", equalTo(1))
        .body("changed", equalTo(false));
    // then
    put("application", "visio", VISIO.replace("title: Visio", "title: Visio Plan 2"))
        .statusCode(200)
        .body("version", equalTo(2))
        .body("changed", equalTo(true))
        .body("changedBy", equalTo("admin"));
    as("auditor")
        .get("/policy/application/visio?version=1")
        .then()
        .body("document.title", equalTo("Visio"));
    as("auditor")
        .get("/policy/application/visio/versions")
        .then()
        .body("version", equalTo(List.of(2, 1)))
        .body("[0].changedBy", equalTo("admin"))
        .body("[0].differences.key", equalTo(List.of("title")))
        .body("[0].differences[0].before", equalTo("Visio"))
        .body("[0].differences[0].after", equalTo("Visio Plan 2"))
        .body("[1].differences.key", hasItem("pricePerMonth"));
    as("auditor").get("/policy/application/nothing/versions").then().statusCode(404);
    topics.await(
        Topic.POLICY,
        ApplicationDefined.class,
        a -> a.application().value().equals("visio") && a.version() == 2);
    assertThat(
            topics.matching(
                Topic.POLICY,
                ApplicationDefined.class,
                a -> a.application().value().equals("visio")))
        .hasSize(2);
  }

  @Test
  void badPolicyIsRefusedWithItsKeyAndNothingIsSaved() {
    // when
    put(
            "rule",
            "backwards",
            """
            kind: rule
            name: backwards
            title: Backwards
            ask: holder
            when:
              usedLessThan: {time: PT5M, within: P-3D}
            """)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("when.usedLessThan.within"))
        .body("line", equalTo(6))
        .body("detail", containsString("longer than nothing"));
    // then
    as("admin").get("/policy/rule/backwards").then().statusCode(404);
  }

  @Test
  void aNameThatIsNotThatOfTheAddressIsRefused() {
    put("application", "word", VISIO).statusCode(400).body("field", equalTo("name"));
    put("gadget", "visio", VISIO).statusCode(400).body("field", equalTo("kind"));
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() {
    as("admin")
        .contentType("application/yaml")
        .body("title: Büro".getBytes(StandardCharsets.ISO_8859_1))
        .put("/policy/application/buero")
        .then()
        .statusCode(400)
        .body("field", equalTo("body"));
  }

  @Test
  void onlyAnAdminSaves() {
    as("operator").body(VISIO).put("/policy/application/visio").then().statusCode(403);
    as("feed").get("/policy/application/visio").then().statusCode(403);
  }

  @Test
  void aHoldLastsAtMost180DaysUnlessItIsLegal() {
    put("hold", "short", hold("short", "leave", "2027-05-21T12:00:00Z")).statusCode(201);
    put("hold", "long", hold("long", "leave", "2027-05-21T12:00:01Z"))
        .statusCode(400)
        .body("field", equalTo("until"));
    put("hold", "legal", hold("legal", "legal", "2030-01-01")).statusCode(201);
    put("hold", "past", hold("past", "legal", "2026-11-21"))
        .statusCode(400)
        .body("field", equalTo("until"));
  }

  @Test
  void aRetiredHoldIsLiftedAndItsTextStaysReadable() {
    // given
    put("hold", "lifted", hold("lifted", "leave", "2027-01-01")).statusCode(201);
    // when
    as("admin").delete("/policy/hold/lifted").then().statusCode(200).body("version", equalTo(2));
    // then
    topics.await(Topic.POLICY, HoldPlaced.class, h -> h.hold().value().equals("lifted"));
    topics.await(Topic.POLICY, HoldLifted.class, h -> h.hold().value().equals("lifted"));
    as("admin").get("/policy/hold/lifted").then().body("retired", equalTo(true));
    as("admin").delete("/policy/hold/lifted").then().statusCode(404);
  }

  @Test
  void listsWhatStandsAndPublishesTheSchemas() {
    put("application", "miro", VISIO.replace("visio", "miro")).statusCode(201);
    as("operator").get("/policy/application").then().body("name", hasItem("miro"));
    for (String kind : List.of("application", "rule", "campaign", "hold")) {
      as("operator")
          .get("/policy/schemas/" + kind)
          .then()
          .statusCode(200)
          .body(containsString("\"const\": \"" + kind + "\""));
    }
  }

  private static ValidatableResponse put(String kind, String name, String body) {
    return as("admin")
        .contentType("application/yaml")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .put("/policy/" + kind + "/" + name)
        .then();
  }

  private static String hold(String name, String type, String until) {
    return "{kind: hold, name: %s, type: %s, holder: nobody@example.com, reason: r, owner: o, until: '%s'}"
        .formatted(name, type, until);
  }
}
