package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.Fault;
import dev.reclaim.sandbox.graph.SandboxGraph;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for ever, and no token is no answer. */
class SlowAndSilentTest {

  private final LicenceStage stage = new LicenceStage(Limits.USUAL);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void givesUpOnASlowAnswer() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    Map<String, String> impatient =
        stage.settings(SandboxGraph.CLIENT, GraphStage.SECRET, stage.sandbox().port());
    impatient.put("time-out", "PT0.5S");
    try (Connections connections = Connections.from(Map.of(GraphStage.TENANT.value(), impatient))) {
      FindsAccount finds =
          connections.named(GraphStage.TENANT).as(FindsAccount.class).orElseThrow();
      assertThat(finds.find(seat.account())).isInstanceOf(AccountLook.Found.class);
      stage.sandbox().faults().add(new Fault(Fault.Kind.SLOW, 1, Duration.ofSeconds(3)));
      // when
      AccountLook look = finds.find(seat.account());
      // then
      assertThat(look)
          .isInstanceOfSatisfying(
              AccountLook.CannotTell.class,
              cannot -> assertThat(cannot.why()).contains("no answer in time"));
    }
  }

  @Test
  void triesLaterWhenThereAreNoTokens() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    stage.sandbox().faults().add(new Fault(Fault.Kind.NO_TOKENS, 100, Duration.ZERO));
    // when
    RevocationOutcome outcome =
        stage.connector().as(Revokes.class).orElseThrow().revoke(seat, stage.source());
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TryLater.class,
            later -> {
              assertThat(later.soFar()).isEqualTo(TryLater.SoFar.NOTHING);
              assertThat(later.after()).isPositive();
            });
    assertThat(stage.hasSeat(seat)).isTrue();
  }
}
