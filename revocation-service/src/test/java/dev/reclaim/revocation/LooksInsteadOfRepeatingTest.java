package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.sandbox.directory.Effect;
import dev.reclaim.sandbox.directory.Fault;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** After a call without a recorded outcome comes a look. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class LooksInsteadOfRepeatingTest extends OnRealParts {

  /** After a broken connection the connector wants to be left alone for that long. */
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  @Test
  void looksInsteadOfRepeatingWhenTheAnswerIsLost() throws SQLException {
    // given
    directory.faults().add(new Fault(Fault.Kind.DROP_ANSWER, 1, Duration.ZERO));

    // when
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);
    Awaitility.await().untilAsserted(() -> get(id).body("steps.outcome", contains("unknown")));

    // then
    assertThat(dueIn(id)).isBetween(HALF_A_MINUTE.minusSeconds(10), HALF_A_MINUTE.plusSeconds(10));

    // when
    isDueNow(id);

    // then
    scene.hears(RevocationVerified.class, id);
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
  void keepsTheRightToGoOnWithWhatIsDueAtOnce() throws SQLException {
    // given
    RevocationId id = heldByKillSwitch(MAJA);
    Held held = new Held(task(id), Course.START, new Brake(Brake.KILL_SWITCH, "stop"));

    // when
    Lease lease =
        ledger
            .judge(new Lease(held, version(id), true), facts -> held.judgeAfresh(Instant.now()))
            .orElseThrow();

    // then
    assertThat(lease.goesOn()).isTrue();
    assertThat(rows("revocation", "id = '%s' AND leased_until > now()".formatted(id))).isOne();
    ledger.postpone(lease, Instant.now());
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

  private static Duration dueIn(RevocationId id) {
    String due = get(id).extract().path("revocation.nextAttemptAt");
    return Duration.between(Instant.now(), Instant.parse(due));
  }

  /** As if the time until then had passed. */
  private static void isDueNow(RevocationId id) throws SQLException {
    try (Connection database = TestDatabase.named("revocation_service").asService();
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE revocation SET next_attempt_at = now() WHERE id = ?")) {
      update.setString(1, id.value());
      assertThat(update.executeUpdate()).isOne();
    }
  }
}
