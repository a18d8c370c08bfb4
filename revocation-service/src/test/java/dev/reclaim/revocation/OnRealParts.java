package dev.reclaim.revocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.messaging.Cause;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.sandbox.directory.Effect;
import dev.reclaim.sandbox.directory.SandboxDirectory;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The whole service on a real broker, a real database, and the sandbox's directory. */
abstract class OnRealParts {

  static final String MAJA = "m.lindqvist@example.com";
  static final String MAJAS_NAME = "CN=Lindqvist\\, Maja,OU=People,DC=example,DC=com";
  static final String CARLOS = "c.reyes@example.com";
  static final String ANNA = "a.schaefer@example.com";

  static final Plan PLAN =
      new Plan(List.of(PlannedStep.byCall(Step.FREE_SEAT, Scene.GROUP)), List.of());

  static SandboxDirectory directory;
  static TopicView topics;

  @Inject Revocations revocations;
  @Inject Ledger ledger;

  Scene scene;

  @BeforeAll
  static void open() throws IOException {
    directory = start();
    topics = new TopicView();
    knowManySeats();
  }

  /** So many that the limit over all applications is out of the way. */
  private static void knowManySeats() {
    Scene elsewhere = new Scene(topics);
    for (int i = 0; i < 400; i++) {
      topics.send(
          "usage-ingest",
          new SeatObserved(elsewhere.seat("n" + i), Optional.empty(), Instant.now()));
    }
  }

  static SandboxDirectory start() throws IOException {
    int port = ConfigProvider.getConfig().getValue(SandboxCompany.PORT, Integer.class);
    return SandboxDirectory.start(port, SandboxCompany.PASSWORD, Optional.empty());
  }

  @AfterAll
  static void close() {
    topics.close();
    directory.close();
  }

  @BeforeEach
  void set() throws IOException {
    directory.reset();
    scene = new Scene(topics);
    Awaitility.await()
        .untilAsserted(
            () ->
                as("auditor")
                    .get("/brakes")
                    .then()
                    .body(
                        "brakes.find { it.id == 'limit-all' }.limit.perHour",
                        greaterThanOrEqualTo(80)));
  }

  @AfterEach
  void letGo() {
    cancelHeldByKillSwitch("the test is over");
    killSwitch(false);
  }

  RevocationId heldByKillSwitch(String account) {
    return heldByKillSwitch(account, Order.SEAT_ONLY);
  }

  RevocationId heldByKillSwitch(String account, Order order) {
    killSwitch(true);
    RevocationId id = scene.approve(account, order);
    assertThat(scene.hears(RevocationHeld.class, id).brake()).isEqualTo(Brake.KILL_SWITCH);
    return id;
  }

  /** As the worker does it, up to the commit of the intent; and then no call. */
  void dieBetweenIntentAndOutcome(RevocationId id) {
    Kept earlier =
        new Kept(
            new SavedState("active-directory", Set.of(Step.FREE_SEAT), Map.of()),
            new Place(Scene.GROUP, MAJA),
            Instant.now());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                revocations.change(
                    id,
                    known ->
                        known
                            .map(Held.class::cast)
                            .map(held -> held.judgeAfresh(Instant.now()).state())
                            .map(waiting -> waiting.follow(PLAN, Instant.now()).state())
                            .map(
                                waiting ->
                                    waiting.intend(
                                        Step.FREE_SEAT, earlier, "as planned", Instant.now())),
                    Cause.NONE));
  }

  Task task(RevocationId id) {
    Task task = Task.of(Given.approval(Order.SEAT_ONLY, Optional.empty()));
    return new Task(
        id, task.candidate(), task.seat(), task.taking(), task.unlessUsedAfter(), task.rule());
  }

  /** How many rows the service's own database has. */
  static int rows(String table, String condition) throws SQLException {
    try (Connection database = TestDatabase.named("revocation_service").asService();
        Statement select = database.createStatement();
        ResultSet row =
            select.executeQuery("SELECT count(*) FROM %s WHERE %s".formatted(table, condition))) {
      row.next();
      return row.getInt(1);
    }
  }

  static long version(RevocationId id) throws SQLException {
    try (Connection database = TestDatabase.named("revocation_service").asService();
        Statement select = database.createStatement();
        ResultSet row =
            select.executeQuery("SELECT version FROM revocation WHERE id = '%s'".formatted(id))) {
      row.next();
      return row.getLong(1);
    }
  }

  static List<Effect.Kind> effects() {
    return directory.effects().all().stream().map(Effect::kind).toList();
  }

  static void change(String name, Modification modification) throws LDAPException {
    try (LDAPConnection connection =
        new LDAPConnection(
            "127.0.0.1", directory.port(), Company.ADMINISTRATOR, SandboxCompany.PASSWORD)) {
      connection.modify(name, modification);
    }
  }

  static void killSwitch(boolean on) {
    as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of("on", on, "reason", "a test"))
        .put("/brakes/kill-switch")
        .then()
        .statusCode(200);
  }

  static ValidatableResponse cancelHeldByKillSwitch(String reason) {
    return as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of("reason", reason))
        .post("/brakes/kill-switch/cancel")
        .then()
        .statusCode(200);
  }

  static ValidatableResponse release(String brake, String login) {
    return as(login).post("/brakes/" + brake + "/release").then().statusCode(200);
  }

  static ValidatableResponse releaseOne(String brake, RevocationId id, String login) {
    return as(login).post("/brakes/" + brake + "/items/" + id + "/release").then();
  }

  static ValidatableResponse cancelOne(String brake, RevocationId id, String reason) {
    return as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of("reason", reason))
        .post("/brakes/" + brake + "/items/" + id + "/cancel")
        .then();
  }

  static ValidatableResponse restore(RevocationId id, String login) {
    return as(login)
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "needed after all"))
        .post("/revocations/" + id + "/restore")
        .then();
  }

  static ValidatableResponse get(RevocationId id) {
    return as("auditor").get("/revocations/" + id).then().statusCode(200);
  }

  static RequestSpecification as(String login) {
    return given().auth().preemptive().basic(login, RealInfrastructure.PASSWORD);
  }
}
