package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.AccessRemoved;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationEvent.SeatRestored;
import dev.reclaim.events.RevocationId;
import dev.reclaim.sandbox.directory.Effect;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Seats are taken, looked at again, and put back. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class TakesSeatsBackTest extends OnRealParts {

  @Test
  void takesAnIdleSeatLooksAgainAndPutsItBack() {
    // when
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);

    // then
    RevocationVerified verified = scene.hears(RevocationVerified.class, id);
    assertThat(verified.restorableUntil()).isAfter(Instant.now().plus(Duration.ofDays(29)));
    assertThat(scene.saidOf(id))
        .containsExactly(
            "RevocationRequested",
            "RevocationPlanned",
            "StepIntended",
            "SeatFreed",
            "RevocationVerified");
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
            "RevocationPlanned",
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
  void givesASeatBackToItsOwnHolder() {
    // given
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);
    scene.hears(RevocationVerified.class, id);
    restore(id, "feed").statusCode(403);

    // when
    scene.isKnownAs(MAJA, "feed");

    // then
    Awaitility.await().untilAsserted(() -> restore(id, "feed").statusCode(200));
    scene.hears(SeatRestored.class, id);
  }
}
