package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import org.junit.jupiter.api.Test;

/** What must hold when an account is disabled and the answer never arrives. */
public interface DisablingSurvivesLostAnswersConformance {

  Stage stage();

  /** The next change is made, and its answer is lost. */
  void loseNextAnswer();

  /** How often something really was taken from the account. */
  long timesTaken(SeatRef seat);

  @Test
  default void looksAgainAndFindsTheAccountDisabled() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    loseNextAnswer();
    // when
    RevocationOutcome lost =
        On.can(stage().connector(), Deprovisions.class)
            .deprovision(Step.DISABLE_ACCOUNT, seat.account());
    RevocationOutcome repeated =
        On.can(stage().connector(), Deprovisions.class)
            .deprovision(Step.DISABLE_ACCOUNT, seat.account());
    // then
    assertThat(lost).isInstanceOf(TryLater.class);
    assertThat(repeated).isInstanceOf(AlreadyGone.class);
    assertThat(timesTaken(seat)).isEqualTo(1);
  }
}
