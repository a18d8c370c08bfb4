package dev.reclaim.revocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.RevocationEvent.AccessRemoved;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationEvent.RevocationFailed;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationEvent.SeatRestored;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.messaging.Cause;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.sandbox.directory.Effect;
import dev.reclaim.sandbox.directory.Fault;
import dev.reclaim.sandbox.directory.SandboxDirectory;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;

/** The whole service on a real broker, a real database, and the sandbox's directory. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class TakesSeatsBackTest {

  private static final String MAJA = "m.lindqvist@example.com";
  private static final String MAJAS_NAME = "CN=Lindqvist\\, Maja,OU=People,DC=example,DC=com";
  private static final String CARLOS = "c.reyes@example.com";
  private static final String ANNA = "a.schaefer@example.com";

  /** After a broken connection it wants to be left alone for half a minute. */
  private static final Duration AS_LONG_AS_THE_CONNECTOR_ASKS = Duration.ofSeconds(60);

  private static SandboxDirectory directory;
  private static TopicView topics;

  @Inject Revocations revocations;
  @Inject Ledger ledger;

  private Scene scene;

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

  private static SandboxDirectory start() throws IOException {
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
                    .body("brakes.find { it.id == 'limit-all' }.limit.perHour", equalTo(80)));
  }

  @AfterEach
  void letGo() {
    cancelHeldByKillSwitch("the test is over");
    killSwitch(false);
  }

  @Test
  void takesAnIdleSeatLooksAgainAndPutsItBack() {
    // when
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);

    // then
    RevocationVerified verified = scene.hears(RevocationVerified.class, id);
    assertThat(verified.restorableUntil()).isAfter(Instant.now().plus(Duration.ofDays(29)));
    assertThat(scene.saidOf(id))
        .containsExactly("RevocationRequested", "StepIntended", "SeatFreed", "RevocationVerified");
    assertThat(effects()).containsExactly(Effect.Kind.MEMBER_REMOVED);
    get(id)
        .body("revocation.state", equalTo("Verified"))
        .body("steps.step", contains("FREE_SEAT"))
        .body("steps.outcome", contains("done"));

    // when
    restore(id, "operator").statusCode(200);

    // then
    scene.hears(SeatRestored.class, id);
    assertThat(effects()).containsExactly(Effect.Kind.MEMBER_REMOVED, Effect.Kind.MEMBER_ADDED);

    // when
    restore(id, "operator").statusCode(200).body("revocation.state", equalTo("Restored"));

    // then
    assertThat(effects()).hasSize(2);
  }

  @Test
  void aHolderGetsTheirOwnSeatBackAndNobodyElses() {
    // given
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);
    String maja = scene.hears(RevocationVerified.class, id).seat().holder().value();

    // then
    restoreFor("hol-somebody-else", "service", id).statusCode(403);
    restoreFor(maja, "auditor", id).statusCode(403);
    as("service")
        .header("X-Reclaim-On-Behalf-Of-Holder", maja)
        .get("/revocations")
        .then()
        .statusCode(403);
    assertThat(effects()).containsExactly(Effect.Kind.MEMBER_REMOVED);

    // when
    restoreFor(maja, "service", id).statusCode(200);

    // then
    scene.hears(SeatRestored.class, id);
    assertThat(effects()).containsExactly(Effect.Kind.MEMBER_REMOVED, Effect.Kind.MEMBER_ADDED);
  }

  private static ValidatableResponse restoreFor(String holder, String login, RevocationId id) {
    return as(login)
        .header("X-Reclaim-On-Behalf-Of-Holder", holder)
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "I need it again"))
        .post("/revocations/" + id + "/restore")
        .then();
  }

  @Test
  void disablesALeaverFirstThenFreesTheSeatAndUndoesBoth() {
    // when
    RevocationId id = scene.approve(CARLOS, Order.ACCESS_FIRST);

    // then
    scene.hears(RevocationVerified.class, id);
    assertThat(scene.saidOf(id))
        .containsExactly(
            "RevocationRequested",
            "StepIntended",
            "AccessRemoved",
            "StepIntended",
            "SeatFreed",
            "RevocationVerified");
    assertThat(effects()).containsExactly(Effect.Kind.ACCOUNT_DISABLED, Effect.Kind.MEMBER_REMOVED);

    // when
    restore(id, "admin").statusCode(200);

    // then
    scene.hears(SeatRestored.class, id);
    assertThat(effects())
        .endsWith(Effect.Kind.MEMBER_ADDED, Effect.Kind.ACCOUNT_ENABLED)
        .hasSize(4);
  }

  @Test
  void leavesDisabledWhatWasDisabledBefore() throws LDAPException {
    // given
    change(MAJAS_NAME, new Modification(ModificationType.REPLACE, "userAccountControl", "514"));
    RevocationId id = scene.approve(MAJA, Order.ACCESS_FIRST);
    AccessRemoved access = scene.hears(AccessRemoved.class, id);
    assertThat(access.why()).startsWith("already gone");
    scene.hears(RevocationVerified.class, id);

    // when
    restore(id, "operator").statusCode(200);

    // then
    scene.hears(SeatRestored.class, id);
    assertThat(effects())
        .containsExactly(
            Effect.Kind.ACCOUNT_DISABLED, Effect.Kind.MEMBER_REMOVED, Effect.Kind.MEMBER_ADDED);
  }

  @Test
  void looksInsteadOfRepeatingWhenTheAnswerIsLost() {
    // given
    directory.faults().add(new Fault(Fault.Kind.DROP_ANSWER, 1, Duration.ZERO));

    // when
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);

    // then
    Awaitility.await()
        .atMost(AS_LONG_AS_THE_CONNECTOR_ASKS)
        .untilAsserted(() -> get(id).body("revocation.state", equalTo("Verified")));
    assertThat(effects()).containsExactly(Effect.Kind.MEMBER_REMOVED);
    get(id).body("steps", hasSize(1)).body("steps[0].why", containsString("found done by a look"));
  }

  @Test
  void findsTheEffectOfACallThatNobodyRecorded() throws LDAPException {
    // given
    RevocationId id = heldByKillSwitch(MAJA);
    change(Company.LICENCE_GROUP, new Modification(ModificationType.DELETE, "member", MAJAS_NAME));

    // when
    dieBetweenIntentAndOutcome(id);

    // then
    scene.hears(RevocationVerified.class, id);
    get(id).body("steps", hasSize(1)).body("steps[0].why", containsString("found done by a look"));
  }

  @Test
  void triesOnceMoreOnlyWhenALookProvesThatNothingHappened() {
    // given
    RevocationId id = heldByKillSwitch(MAJA);

    // when
    dieBetweenIntentAndOutcome(id);
    killSwitch(false);

    // then
    scene.hears(RevocationVerified.class, id);
    get(id)
        .body("steps.attempt", contains(1, 2))
        .body("steps.outcome", contains("no effect", "done"));
    assertThat(effects()).containsExactly(Effect.Kind.MEMBER_REMOVED);
  }

  @Test
  void doesNotLetAnOlderLeaseStoreAnything() {
    // given
    RevocationId id = heldByKillSwitch(MAJA);
    Held held = new Held(task(id), Course.START, new Brake(Brake.KILL_SWITCH, "stop"));

    // when
    Optional<Lease> stored =
        ledger.record(new Lease(held, 1, true), held.judgeAfresh(Instant.now()));

    // then
    assertThat(stored).isEmpty();
    get(id).body("revocation.state", equalTo("Held"));
  }

  @Test
  void goesOnByItselfWhenTheKillSwitchIsTurnedOff() {
    // given
    RevocationId id = heldByKillSwitch(MAJA);
    assertThat(effects()).isEmpty();

    // when
    killSwitch(false);

    // then
    scene.hears(RevocationVerified.class, id);
  }

  @Test
  void cancelsWhatWasUsedBetweenApprovalAndCall() {
    // given
    RevocationId id = heldByKillSwitch(MAJA);

    // when
    scene.use(MAJA);

    // then
    RevocationCanceled canceled = scene.hears(RevocationCanceled.class, id);
    assertThat(canceled.cause()).isEqualTo(RevocationCanceled.Cause.USED);
  }

  @Test
  void cancelsWhatIsCalledOff() {
    // given
    RevocationId id = heldByKillSwitch(MAJA);

    // when
    scene.callOff(MAJA);

    // then
    RevocationCanceled canceled = scene.hears(RevocationCanceled.class, id);
    assertThat(canceled.cause()).isEqualTo(RevocationCanceled.Cause.CALLED_OFF);
    assertThat(canceled.why()).contains("changed their mind");
  }

  @Test
  void cancelsWhatAHoldForbids() {
    // given
    RevocationId id = heldByKillSwitch(MAJA);

    // when
    scene.send(
        new HoldPlaced(
            new HoldName("case-7-" + scene.application.value()),
            1,
            HoldPlaced.Kind.LEGAL,
            Optional.of("M.Lindqvist@Example.com"),
            Optional.of(scene.application),
            "lawsuit",
            "legal@example.com",
            Optional.empty()));

    // then
    RevocationCanceled canceled = scene.hears(RevocationCanceled.class, id);
    assertThat(canceled.cause()).isEqualTo(RevocationCanceled.Cause.HOLD_PLACED);
    assertThat(canceled.why()).contains("lawsuit");
  }

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
  void waitsForADirectoryThatCannotBeRead() throws IOException {
    // given
    directory.close();

    // when
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);

    // then
    RevocationHeld held = scene.hears(RevocationHeld.class, id);
    assertThat(held.brake()).isEqualTo("connection-corporate-directory");
    as("auditor")
        .get("/connections")
        .then()
        .statusCode(200)
        .body("connections[0].state", equalTo("UNREADABLE"));

    // when
    directory = start();

    // then
    scene.hears(RevocationVerified.class, id);
    assertThat(scene.saidOf(id).stream().filter("RevocationHeld"::equals)).hasSize(1);
  }

  @Test
  void holdsWhatIsMoreThanTheLimitUntilTwoPeopleAgree() {
    // given
    scene.hears(RevocationVerified.class, scene.approve(MAJA, Order.SEAT_ONLY));
    scene.hears(RevocationVerified.class, scene.approve(CARLOS, Order.SEAT_ONLY));

    // when
    RevocationId third = scene.approve(ANNA, Order.SEAT_ONLY);

    // then
    String brake = scene.hears(RevocationHeld.class, third).brake();
    assertThat(brake).isEqualTo("limit-of-" + scene.application);
    assertThat(effects()).hasSize(2);

    // when
    release(brake, "operator").body("released", equalTo(0));
    release(brake, "operator").body("released", equalTo(0));

    // then
    as("auditor")
        .get("/brakes")
        .then()
        .body("brakes.find { it.id == '%s' }.held".formatted(brake), equalTo(1))
        .body("brakes.find { it.id == '%s' }.state".formatted(brake), equalTo("STOPS"))
        .body("brakes.find { it.id == '%s' }.voices".formatted(brake), contains("operator"))
        .body("brakes.find { it.id == '%s' }.items.account".formatted(brake), hasItem(ANNA));

    // when
    release(brake, "admin").body("released", equalTo(1));

    // then
    scene.hears(RevocationVerified.class, third);
    assertThat(effects()).hasSize(3);
  }

  @Test
  void endsWhatABrakeHoldsWithAReason() {
    // given
    RevocationId id = heldByKillSwitch(MAJA);

    // when
    cancelHeldByKillSwitch("the file was wrong").body("canceled", equalTo(1));

    // then
    assertThat(scene.hears(RevocationCanceled.class, id).why())
        .contains("operator")
        .contains("the file was wrong");
  }

  @Test
  void checksAConnectionWithoutShowingWhatItIsConfiguredWith() {
    // when
    ValidatableResponse list = as("auditor").get("/connections").then();
    ValidatableResponse check =
        as("operator").post("/connections/corporate-directory/check").then();

    // then
    list.statusCode(200)
        .body("connections.name", contains("corporate-directory"))
        .body("connections.type", contains("active-directory"))
        .body(not(containsString(SandboxCompany.PASSWORD)));
    check.statusCode(200).body("works", equalTo(true));
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

  private RevocationId heldByKillSwitch(String account) {
    killSwitch(true);
    RevocationId id = scene.approve(account, Order.SEAT_ONLY);
    assertThat(scene.hears(RevocationHeld.class, id).brake()).isEqualTo(Brake.KILL_SWITCH);
    return id;
  }

  /** As the worker does it, up to the commit of the intent; and then no call. */
  private void dieBetweenIntentAndOutcome(RevocationId id) {
    Kept earlier =
        new Kept(
            new SavedState("active-directory", Set.of(Step.FREE_SEAT), Map.of()),
            Scene.GROUP,
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
                            .map(
                                waiting ->
                                    waiting.intend(
                                        Step.FREE_SEAT, earlier, "as planned", Instant.now())),
                    Cause.NONE));
  }

  private Task task(RevocationId id) {
    Task task = Task.of(Given.approval(Order.SEAT_ONLY, Optional.empty()));
    return new Task(id, task.candidate(), task.seat(), task.plan(), task.unlessUsedAfter());
  }

  private static List<Effect.Kind> effects() {
    return directory.effects().all().stream().map(Effect::kind).toList();
  }

  private static void change(String name, Modification modification) throws LDAPException {
    try (LDAPConnection connection =
        new LDAPConnection(
            "127.0.0.1", directory.port(), Company.ADMINISTRATOR, SandboxCompany.PASSWORD)) {
      connection.modify(name, modification);
    }
  }

  private static void killSwitch(boolean on) {
    as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of("on", on, "reason", "a test"))
        .put("/brakes/kill-switch")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse cancelHeldByKillSwitch(String reason) {
    return as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of("reason", reason))
        .post("/brakes/kill-switch/cancel")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse release(String brake, String login) {
    return as(login).post("/brakes/" + brake + "/release").then().statusCode(200);
  }

  private static ValidatableResponse restore(RevocationId id, String login) {
    return as(login)
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "needed after all"))
        .post("/revocations/" + id + "/restore")
        .then();
  }

  private static ValidatableResponse get(RevocationId id) {
    return as("auditor").get("/revocations/" + id).then().statusCode(200);
  }

  private static RequestSpecification as(String login) {
    return given().auth().preemptive().basic(login, RealInfrastructure.PASSWORD);
  }
}
