package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.RevocationEvent.AccessRemoved;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.Via;
import dev.reclaim.sandbox.directory.Effect;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Brakes hold, people release or cancel. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class HoldsAndReleasesTest extends OnRealParts {

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
  void endsAccessUnderALegalHoldAndKeepsTheSeatUntilItIsLifted() {
    // given
    RevocationId id = heldByKillSwitch(MAJA, Order.ACCESS_FIRST);
    HoldName hold = new HoldName("case-9-" + scene.application.value());
    scene.send(
        new HoldPlaced(
            hold,
            1,
            HoldPlaced.Kind.LEGAL,
            Optional.of(MAJA),
            Optional.of(scene.application),
            "lawsuit",
            "legal@example.com",
            Optional.empty()));
    Awaitility.await().until(() -> rows("hold", "name = '" + hold + "'") == 1);

    // when
    killSwitch(false);

    // then
    scene.hears(AccessRemoved.class, id);
    RevocationHeld held =
        scene.hears(RevocationHeld.class, id, said -> said.brake().equals(Brake.LEGAL_HOLD));
    assertThat(held.why()).contains("lawsuit");
    assertThat(effects()).containsExactly(Effect.Kind.ACCOUNT_DISABLED);
    get(id)
        .body("revocation.outcomes.access", equalTo("GONE"))
        .body("revocation.outcomes.seat", equalTo("OPEN"));

    // when
    scene.send(new HoldLifted(hold, 2));

    // then
    scene.hears(RevocationVerified.class, id);
    assertThat(effects()).containsExactly(Effect.Kind.ACCOUNT_DISABLED, Effect.Kind.MEMBER_REMOVED);
  }

  @Test
  void keepsASeatUntilTheOneThatTakesItsPlaceIsActive() {
    // given
    RevocationId id = scene.approve(MAJA, Order.AFTER_REPLACEMENT);
    assertThat(scene.hears(RevocationHeld.class, id).brake()).isEqualTo(Brake.REPLACEMENT);
    assertThat(effects()).isEmpty();

    // when
    SeatRef other = scene.seat(MAJA);
    topics.send(
        "usage-ingest",
        new SeatObserved(
            SeatRef.of(other.holder(), scene.application, "basic", MAJA, new Via.Direct()),
            Optional.empty(),
            Instant.now()));

    // then
    scene.hears(RevocationVerified.class, id);
  }
}
