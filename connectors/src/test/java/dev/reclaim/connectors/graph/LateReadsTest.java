package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Graph's reads show a change only after a while. */
class LateReadsTest {

  private static final Limits LATE =
      new Limits(3000, Duration.ofSeconds(150), Duration.ofSeconds(2));

  private enum Sort {
    LICENCE,
    GROUP,
    APP;

    GraphStage stage() {
      return switch (this) {
        case LICENCE -> new LicenceStage(LATE);
        case GROUP -> new GroupStage(LATE);
        case APP -> new AppStage(LATE);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesOnceAndWaitsUntilReadsFollow(Sort sort) {
    try (GraphStage stage = sort.stage()) {
      // given
      SeatRef seat = stage.seatHeldDirectly();
      Revokes revokes = stage.connector().as(Revokes.class).orElseThrow();
      Verifies verifies = stage.connector().as(Verifies.class).orElseThrow();
      // when
      RevocationOutcome first = revokes.revoke(seat, stage.source());
      SeatLook early = verifies.look(seat, stage.source());
      RevocationOutcome second = revokes.revoke(seat, stage.source());
      // then
      assertThat(first).isEqualTo(new Revoked());
      assertThat(early).isInstanceOf(SeatLook.Present.class);
      assertThat(second).isInstanceOf(TryLater.class);
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(verifies.look(seat, stage.source()))
                      .isInstanceOf(SeatLook.Absent.class));
      assertThat(stage.sandbox().effects().timesTaken(seat.account())).isEqualTo(1);
    }
  }
}
