package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
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
}
