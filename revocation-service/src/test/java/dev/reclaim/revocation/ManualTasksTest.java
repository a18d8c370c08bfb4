package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.ManualTaskAssigned;
import dev.reclaim.events.RevocationEvent.ManualTaskDone;
import dev.reclaim.events.RevocationEvent.ManualTaskOpened;
import dev.reclaim.events.RevocationEvent.RevocationFailed;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationEvent.SeatFreed;
import dev.reclaim.events.RevocationId;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no interface offers, a person does, and shows. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class ManualTasksTest extends OnRealParts {

  private static final String CARLOS_NAME = "CN=Reyes\\, Carlos,OU=People,DC=example,DC=com";

  /** A directory offers no such way, but shows whether the seat is gone. */
  private static final SeatSource DELETING =
      new SeatSource(
          Scene.GROUP.connection(),
          Scene.GROUP.entitlement(),
          Optional.of(SeatAction.DELETE),
          Optional.empty());

  @Test
  void areHandedToAPersonAndClosedWithAProof() {
    // given
    scene.defineWithoutConnection();
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);

    // then
    assertThat(scene.hears(ManualTaskOpened.class, id).why()).contains(MAJA).contains("proof");

    // when
    act(id, "assign", Map.of("assignee", "ben@example.com")).statusCode(200);

    // then
    assertThat(scene.hears(ManualTaskAssigned.class, id).assignee()).isEqualTo("ben@example.com");
    as("auditor")
        .get("/manual-tasks")
        .then()
        .statusCode(200)
        .body(
            "tasks.find { it.revocation == '%s' }.assignee".formatted(id),
            equalTo("ben@example.com"))
        .body("tasks.find { it.revocation == '%s' }.isLookedAt".formatted(id), equalTo(false));

    // when
    act(id, "done", Map.of()).statusCode(400).body("field", equalTo("proof"));
    act(id, "done", Map.of("proof", " ")).statusCode(400);
    act(id, "done", Map.of("proof", "ticket 4711")).statusCode(200);

    // then
    assertThat(scene.hears(ManualTaskDone.class, id).proof()).isEqualTo("ticket 4711");
    assertThat(scene.hears(SeatFreed.class, id).why()).contains("by hand by operator");
    assertThat(scene.hears(RevocationVerified.class, id).why()).contains("ticket 4711");
    act(id, "done", Map.of("proof", "once more")).statusCode(409);
    restore(id, "operator").statusCode(409);
    assertThat(effects()).isEmpty();
  }

  @Test
  void areLookedAtWhereTheSystemCanBeRead() throws LDAPException {
    // given
    scene.defineBehind(DELETING);
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);
    RevocationId other = scene.approve(CARLOS, Order.SEAT_ONLY);
    assertThat(scene.hears(ManualTaskOpened.class, id).why()).contains("looked at afterwards");
    scene.hears(ManualTaskOpened.class, other);

    // when
    act(id, "done", Map.of("proof", "I think I did it")).statusCode(200);
    change(Company.LICENCE_GROUP, new Modification(ModificationType.DELETE, "member", CARLOS_NAME));
    act(other, "done", Map.of("proof", "ticket 4712")).statusCode(200);

    // then
    assertThat(scene.hears(RevocationVerified.class, other).why()).doesNotContain("ticket 4712");
    RevocationFailed failed = scene.hears(RevocationFailed.class, id);
    assertThat(failed.why()).contains("it is not so");
    assertThat(failed.whatToDo()).contains("resume");
    assertThat(scene.saidOf(id)).doesNotContain("RevocationVerified");
  }

  private static ValidatableResponse act(RevocationId id, String what, Map<String, String> body) {
    return as("operator")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/manual-tasks/%s/%s".formatted(id, what))
        .then();
  }
}
