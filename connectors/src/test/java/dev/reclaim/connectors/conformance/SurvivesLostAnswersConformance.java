package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.SeatRef;
import org.junit.jupiter.api.Test;

/** What must hold when a change is made and its answer never arrives. */
public interface SurvivesLostAnswersConformance {

  Stage stage();

  /** The next change is made, and its answer is lost. */
  void loseNextAnswer();

  /** The next change is refused for now. */
  void beBusyOnce();

  /** How often something really was taken from the account. */
  long timesTaken(SeatRef seat);

  @Test
  default void looksAgainAndFindsTheSeatGone() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    loseNextAnswer();
    // when
    RevocationOutcome lost =
        On.can(stage().connector(), Revokes.class).revoke(seat, stage().source());
    SeatLook look = On.can(stage().connector(), Verifies.class).look(seat, stage().source());
    RevocationOutcome repeated =
        On.can(stage().connector(), Revokes.class).revoke(seat, stage().source());
    // then
    assertThat(lost).isInstanceOf(TryLater.class);
    assertThat(look).isInstanceOf(SeatLook.Absent.class);
    assertThat(repeated).isInstanceOf(AlreadyGone.class);
    assertThat(timesTaken(seat)).isEqualTo(1);
  }

  @Test
  default void triesLaterWhenTheSystemIsBusyAndChangesNothing() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    beBusyOnce();
    // when
    RevocationOutcome outcome =
        On.can(stage().connector(), Revokes.class).revoke(seat, stage().source());
    // then
    assertThat(outcome).isInstanceOf(TryLater.class);
    assertThat(stage().hasSeat(seat)).isTrue();
    assertThat(timesTaken(seat)).isZero();
  }
}
