package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.Drift;
import dev.reclaim.events.RevocationEvent.DriftEnded;
import dev.reclaim.events.RevocationEvent.DriftFound;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What was taken stays taken, or somebody hears of it. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class DriftTest extends OnRealParts {

  @Test
  void isFoundWhenASyncGivesBackWhatWasTakenAndEndsWhenItIsGoneAgain() throws LDAPException {
    // given
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);
    scene.hears(RevocationVerified.class, id);

    // when
    change(Company.LICENCE_GROUP, new Modification(ModificationType.ADD, "member", MAJAS_NAME));

    // then
    DriftFound found = scene.hears(DriftFound.class, id);
    assertThat(found.drift()).isEqualTo(Drift.SEAT_CAME_BACK);
    assertThat(found.whatToDo()).contains("sync");
    as("auditor")
        .get("/revocations/drift")
        .then()
        .statusCode(200)
        .body("drift.revocation", hasItem(id.value()))
        .body(
            "drift.find { it.revocation == '%s' }.drift".formatted(id), equalTo("SEAT_CAME_BACK"));

    // when
    change(Company.LICENCE_GROUP, new Modification(ModificationType.DELETE, "member", MAJAS_NAME));

    // then
    scene.hears(DriftEnded.class, id);
    as("auditor")
        .get("/revocations/drift")
        .then()
        .body("drift.revocation", not(hasItem(id.value())));
  }
}
