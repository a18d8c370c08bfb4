package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everyone must do whose seats may come through a group. */
public interface InheritedSeatsConformance {

  Stage stage();

  @Test
  default void namesTheGroupThatGivesAnInheritedSeat() {
    // given
    SeatRef seat = stage().seatInherited();
    // when
    RevocationOutcome outcome =
        On.can(stage().connector(), Revokes.class).revoke(seat, stage().source());
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class,
            refused -> assertThat(refused.why()).contains(stage().seatGivingGroup()));
    assertThat(stage().hasSeat(seat)).isTrue();
  }

  @Test
  default void seesAnInheritedSeat() {
    // given
    SeatRef seat = stage().seatInherited();
    // when
    SeatLook look = On.can(stage().connector(), Verifies.class).look(seat, stage().source());
    // then
    assertThat(look).isEqualTo(new SeatLook.Present(new Via.Group(stage().seatGivingGroup())));
  }

  @Test
  default void listsDirectAndInheritedSeatsAndNoOthers() {
    // given
    SeatRef direct = stage().seatHeldDirectly();
    SeatRef inherited = stage().seatInherited();
    SeatRef none = stage().seatNotHeld();
    // when
    SeatListing listing = On.can(stage().connector(), ListsSeats.class).list(stage().source());
    // then
    assertThat(listing).isInstanceOf(SeatListing.Complete.class);
    List<ListedSeat> seats = ((SeatListing.Complete) listing).seats();
    assertThat(seats)
        .filteredOn(listed -> Listed.isOf(listed, direct))
        .extracting(ListedSeat::via)
        .containsExactly(new Via.Direct());
    assertThat(seats)
        .filteredOn(listed -> Listed.isOf(listed, inherited))
        .extracting(ListedSeat::via)
        .containsExactly(new Via.Group(stage().seatGivingGroup()));
    assertThat(seats).noneMatch(listed -> Listed.isOf(listed, none));
  }
}
