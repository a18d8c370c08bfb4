package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import org.junit.jupiter.api.Test;

/** What everyone who looks at seats must do. */
public interface VerifiesConformance {

  Stage stage();

  private SeatLook look(Connector connector, SeatRef seat, SeatSource source) {
    return On.can(connector, Verifies.class).look(seat, source);
  }

  @Test
  default void seesADirectSeat() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    SeatLook look = look(stage().connector(), seat, stage().source());
    // then
    assertThat(look).isEqualTo(new SeatLook.Present(new Via.Direct()));
  }

  @Test
  default void seesAtOnceThatASeatIsGone() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    On.can(stage().connector(), Revokes.class).revoke(seat, stage().source());
    // when
    SeatLook look = look(stage().connector(), seat, stage().source());
    // then
    assertThat(look).isInstanceOf(SeatLook.Absent.class);
  }

  @Test
  default void doesNotTakeAnUnknownAccountForAbsence() {
    // given
    SeatRef seat = stage().seatOfNobody();
    // when
    SeatLook look = look(stage().connector(), seat, stage().source());
    // then
    assertThat(look).isInstanceOf(SeatLook.CannotTell.class);
  }

  @Test
  default void doesNotTakeSilenceForAbsence() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    SeatLook look = look(stage().unreachable(), seat, stage().source());
    // then
    assertThat(look).isInstanceOf(SeatLook.CannotTell.class);
  }
}
