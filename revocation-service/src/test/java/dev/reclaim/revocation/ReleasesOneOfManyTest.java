package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.BrakeHandled;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A brake holds several, and people decide about one of them. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class ReleasesOneOfManyTest extends OnRealParts {

  private static final String JUERGEN = "j.mueller@example.com";

  private String brake;
  private RevocationId anna;
  private RevocationId juergen;

  /** The limit lets two pass; two more are held. */
  @BeforeEach
  void holdTwo() {
    scene.hears(RevocationVerified.class, scene.approve(MAJA, Order.SEAT_ONLY));
    scene.hears(RevocationVerified.class, scene.approve(CARLOS, Order.SEAT_ONLY));
    anna = scene.approve(ANNA, Order.SEAT_ONLY);
    juergen = scene.approve(JUERGEN, Order.SEAT_ONLY);
    brake = scene.hears(RevocationHeld.class, anna).brake();
    assertThat(scene.hears(RevocationHeld.class, juergen).brake()).isEqualTo(brake);
  }

  @Test
  void letsPassTheOneThatTwoPeopleMean() {
    // when
    releaseOne(brake, anna, "operator").statusCode(200).body("released", equalTo(0));
    releaseOne(brake, anna, "operator")
        .statusCode(200)
        .body("waitingForSomebodyBesides", equalTo("operator"));

    // then
    assertThat(effects()).hasSize(2);
    String row = "brakes.find { it.id == '%s' }".formatted(brake);
    as("auditor")
        .get("/brakes")
        .then()
        .body(row + ".voicesForOne.'%s'".formatted(anna), contains("operator"))
        .body(row + ".voicesForOne.'%s'".formatted(juergen), nullValue())
        .body(row + ".voices", equalTo(List.of()))
        .body(row + ".items.why", hasItem(containsString("known seats")));

    // when
    releaseOne(brake, anna, "admin").statusCode(200).body("released", equalTo(1));

    // then
    scene.hears(RevocationVerified.class, anna);
    assertThat(effects()).hasSize(3);
    get(juergen).body("revocation.state", equalTo("Held"));
    assertThat(handled(BrakeHandled.Act.RELEASE_ASKED).revocations()).containsExactly(anna);
    BrakeHandled released = handled(BrakeHandled.Act.RELEASED);
    assertThat(released.revocations()).containsExactly(anna);
    assertThat(released.why()).contains("operator", "admin");
    releaseOne(brake, anna, "admin").statusCode(409);
  }

  @Test
  void judgesItAfreshOnceItIsReleased() {
    // given
    releaseOne(brake, anna, "operator").statusCode(200);
    killSwitch(true);

    // when
    releaseOne(brake, anna, "admin").statusCode(200).body("released", equalTo(1));

    // then
    scene.hears(RevocationHeld.class, anna, held -> held.brake().equals(Brake.KILL_SWITCH));
    assertThat(effects()).hasSize(2);
    releaseOne(brake, anna, "admin").statusCode(409);
  }

  @Test
  void agreesWithWhoeverAskedForTheWholeBrake() {
    // given
    release(brake, "operator").body("released", equalTo(0));

    // when
    releaseOne(brake, juergen, "operator").statusCode(200).body("released", equalTo(0));
    releaseOne(brake, juergen, "admin").statusCode(200).body("released", equalTo(1));

    // then
    get(anna).body("revocation.state", equalTo("Held"));

    // when
    release(brake, "admin").body("released", equalTo(1));

    // then
    scene.hears(RevocationVerified.class, anna);
  }

  @Test
  void doesNotTakeAVoiceForOneForAVoiceForAll() {
    // given
    releaseOne(brake, anna, "operator").statusCode(200);

    // when
    release(brake, "admin").body("released", equalTo(0));

    // then
    get(anna).body("revocation.state", equalTo("Held"));
    releaseOne(brake, juergen, "operator").statusCode(200).body("released", equalTo(1));
  }

  @Test
  void endsOneWithAReasonAndLeavesTheOtherHeld() {
    // given
    cancelOne(brake, anna, " ").statusCode(400).body("field", equalTo("reason"));
    String key = UUID.randomUUID().toString();

    // when
    for (int i = 0; i < 2; i++) {
      as("operator")
          .header("Idempotency-Key", key)
          .contentType(ContentType.JSON)
          .body(Map.of("reason", "she works on it again"))
          .post("/brakes/" + brake + "/items/" + anna + "/cancel")
          .then()
          .statusCode(200)
          .body("canceled", equalTo(1));
    }

    // then
    assertThat(scene.hears(RevocationCanceled.class, anna).why())
        .contains("operator", brake, "she works on it again");
    assertThat(handled(BrakeHandled.Act.CANCELED).revocations()).containsExactly(anna);
    get(juergen).body("revocation.state", equalTo("Held"));
    assertThat(effects()).hasSize(2);
    cancelOne(brake, anna, "once more").statusCode(409);
  }

  @Test
  void refusesWhatMakesNoSense() {
    releaseOne(brake, anna, "auditor").statusCode(403);
    releaseOne("nothing", anna, "operator").statusCode(404);
    releaseOne(brake, new RevocationId("rev-unknown"), "operator").statusCode(409);
    releaseOne(Brake.KILL_SWITCH, anna, "operator").statusCode(409);
    cancelOne(Brake.KILL_SWITCH, anna, "not that brake").statusCode(409);
    assertThat(effects()).hasSize(2);
  }

  private BrakeHandled handled(BrakeHandled.Act act) {
    return topics.await(
        Topic.REVOCATIONS,
        BrakeHandled.class,
        said -> said.brake().equals(brake) && said.act() == act);
  }
}
