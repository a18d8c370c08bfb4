package dev.reclaim.journeys;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.events.Actor;
import dev.reclaim.events.ConsentEvent.ManagerAnswered;
import dev.reclaim.events.Event;
import dev.reclaim.events.RevocationEvent.RestoreRequested;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The story of the demo, with every service killed once on the way, each right when it is needed.
 * It must end the same way, with nothing counted twice and no gap.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeatTravelsTheWholeRoadIT {

  /** Which service dies when which scene begins. */
  private static final Map<String, String> KILLED =
      Map.of(
          "people", "usage-ingest",
          "rules", "rule-evaluator",
          "answers", "consent-service",
          "freed", "revocation-service",
          "leaver", "audit-service",
          "restore", "ops-console");

  private static Installation installation;
  private static Stage stage;
  private static Narrator narrator;

  @BeforeAll
  static void start() throws IOException {
    installation = Installation.start();
    narrator = new Narrator(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    stage = new Stage(installation.town(), installation.command(), narrator);
  }

  @AfterAll
  static void stop() {
    if (stage != null) {
      stage.close();
    }
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  @Order(1)
  void theStoryEndsTheSameWayWhileEveryServiceIsKilledOnce() {
    new Story(stage, narrator, Installation.REPOSITORY, SeatTravelsTheWholeRoadIT::beforeScene)
        .tell();
  }

  private static void beforeScene(String scene) {
    killWhoeverIsNext(scene);
    if (scene.equals("managers")) {
      niamhDecidesAboutMisakiInABrowser();
    }
    if (scene.equals("restore")) {
      juergenGetsItBackOnHisOwnPage();
    }
  }

  /** The story then asks for it a second time, as an operator, and finds it under way. */
  private static void juergenGetsItBackOnHisOwnPage() {
    if (!AnswersInABrowser.isPossible()) {
      narrator.tell("NOT RUN: there is no Chromium here, so no page was used in a real browser");
      return;
    }
    String then = AnswersInABrowser.getBack(stage.town().consent("/me"), Person.JUERGEN);
    narrator.tell("Jürgen pressed the button on his own page, and read: " + then);
    RestoreRequested wish =
        stage
            .heard()
            .await(
                "Jürgen's own wish",
                RestoreRequested.class,
                it -> it.seat().holder().equals(Person.JUERGEN.holder()));
    assertThat(wish.by()).isEqualTo(Actor.holder(Person.JUERGEN.holder()));
  }

  /** The story finds her decision made, and goes on. */
  private static void niamhDecidesAboutMisakiInABrowser() {
    if (!AnswersInABrowser.isPossible()) {
      narrator.tell("NOT RUN: there is no Chromium here, so no page was used in a real browser");
      return;
    }
    Mailbox.Question question = stage.mailbox().awaitQuestion(Person.NIAMH, Person.MISAKI);
    String then = AnswersInABrowser.answer(question, "Release");
    narrator.tell("Niamh answered in a real browser, and read: " + then);
    stage
        .heard()
        .await(
            "Niamh's word from the browser",
            ManagerAnswered.class,
            answered -> answered.holder().equals(Person.MISAKI.holder()));
  }

  private static void killWhoeverIsNext(String scene) {
    String victim = KILLED.get(scene);
    if (victim != null) {
      narrator.tell("kill -9 " + victim);
      installation.kill(victim);
    }
  }

  @Test
  @Order(2)
  void theAuditHasEveryTransitionOnce() {
    // Both go on growing for a moment, since the directory is looked at all the time.
    Patience.until(
        "the audit to have exactly what was said",
        () -> auditSize() == said() ? Optional.of(true) : Optional.empty());
  }

  private static long said() {
    return stage.heard().all(Event.class, _ -> true).size();
  }

  /** The second line of a checkpoint is the number of entries (C2SP tlog-checkpoint). */
  private static long auditSize() {
    List<String> lines =
        stage.http().get(stage.town().audit("/checkpoint")).expect(200).body().lines().toList();
    return Long.parseLong(lines.get(1));
  }

  @Test
  @Order(3)
  void theMailsAskedEachPersonOnce() {
    for (Person person : List.of(Person.JUERGEN, Person.TAKESHI, Person.MISAKI, Person.MAJA)) {
      assertThat(stage.mailbox().count(person)).as(person.name()).isEqualTo(1);
    }
    assertThat(stage.mailbox().count(Person.ANNA)).isZero();
    assertThat(stage.mailbox().count(Person.CARLOS)).isZero();
  }

  @Test
  @Order(4)
  void everyServiceHasItsPublicRoutes() throws IOException {
    Map<String, List<PublicSurface.Route>> routes =
        PublicSurface.routes().stream().collect(groupingBy(PublicSurface.Route::service));
    assertThat(routes.keySet()).containsExactlyInAnyOrderElementsOf(KILLED.values());
    routes.forEach(
        (service, all) -> {
          JsonNode openApi =
              stage.http().get(at(service, "/q/openapi?format=json")).expect(200).json();
          assertThat(all).as(service).allMatch(route -> route.isIn(openApi));
          stage.http().get(at(service, "/q/health")).expect(200);
          stage.http().get(at(service, "/q/metrics")).expect(200);
        });
  }

  private static URI at(String service, String path) {
    Town town = installation.town();
    return switch (service) {
      case "usage-ingest" -> town.usageIngest(path);
      case "rule-evaluator" -> town.ruleEvaluator(path);
      case "consent-service" -> town.consent(path);
      case "revocation-service" -> town.revocation(path);
      case "audit-service" -> town.audit(path);
      case "ops-console" -> town.console(path);
      default -> throw new AssertionError("nobody knows where " + service + " is");
    };
  }

  /** What cannot run here, such as what needs a Docker engine, is marked as console. */
  @Test
  @Order(5)
  void theShellBlocksOfAllDocumentsWork() throws IOException, InterruptedException {
    for (Path document : Documents.all(Installation.REPOSITORY)) {
      for (String block : Documents.blocks(document, "sh")) {
        ProcessBuilder shell =
            new ProcessBuilder("bash", "-euo", "pipefail", "-c", block)
                .directory(Installation.REPOSITORY.toFile())
                .inheritIO();
        shell.environment().putAll(whatTheDocumentsName());
        assertThat(shell.start().waitFor()).as(document + ":\n" + block).isZero();
      }
    }
  }

  private static Map<String, String> whatTheDocumentsName() {
    Town town = installation.town();
    return Map.of(
        "RECLAIM_HOME", installation.home().toString(),
        "RECLAIM_PORT_BASE", Integer.toString(installation.portBase()),
        "CONSENT", town.consent("").toString(),
        "REVOCATION", town.revocation("").toString(),
        "ANNA", town.user() + ":" + town.password(),
        "BEN", "ben:not-a-login-here");
  }

  @Test
  @Order(6)
  void aRestartKeepsWhatWasThere() {
    // given
    JsonNode before = candidates();
    long entries = auditSize();

    // when
    installation.command().run("down");
    installation.command().run("up", "--detach");

    // then
    assertThat(candidates()).isEqualTo(before);
    assertThat(auditSize()).isGreaterThanOrEqualTo(entries);
    installation.command().run("verify");
  }

  private static JsonNode candidates() {
    return stage.http().get(stage.town().consent("/candidates")).expect(200).json();
  }
}
