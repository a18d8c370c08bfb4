package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.HoldName;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationId;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known too late for the approval is known in time for the call. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class StopsInTimeTest extends OnRealParts {

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
}
