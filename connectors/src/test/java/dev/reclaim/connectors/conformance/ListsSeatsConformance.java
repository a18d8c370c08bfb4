package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everyone who lists seats must do. */
public interface ListsSeatsConformance {

  Stage stage();

  private SeatListing list(Connector connector, SeatSource source) {
    return On.can(connector, ListsSeats.class).list(source);
  }

  private List<ListedSeat> seats() {
    SeatListing listing = list(stage().connector(), stage().source());
    assertThat(listing).isInstanceOf(SeatListing.Complete.class);
    return ((SeatListing.Complete) listing).seats();
  }

  @Test
  default void listsSeatsAndNoOthers() {
    // given
    SeatRef one = stage().seatHeldDirectly();
    SeatRef other = stage().seatHeldDirectly();
    SeatRef none = stage().seatNotHeld();
    // when
    List<ListedSeat> seats = seats();
    // then
    assertThat(seats)
        .filteredOn(listed -> Listed.isOf(listed, one) || Listed.isOf(listed, other))
        .extracting(ListedSeat::via)
        .containsExactly(new Via.Direct(), new Via.Direct());
    assertThat(seats).noneMatch(listed -> Listed.isOf(listed, none));
  }

  @Test
  default void listsAccountsThatCanBeFoundAgain() {
    // given
    SeatRef direct = stage().seatHeldDirectly();
    // when
    ListedSeat listed =
        seats().stream().filter(seat -> Listed.isOf(seat, direct)).findFirst().orElseThrow();
    // then
    assertThat(On.can(stage().connector(), FindsAccount.class).find(listed.account()))
        .isInstanceOf(AccountLook.Found.class);
  }

  @Test
  default void doesNotListWithAWrongPassword() {
    // given
    Connector wrong = stage().withWrongPassword();
    // when
    SeatListing listing = list(wrong, stage().source());
    // then
    assertThat(listing).isInstanceOf(SeatListing.Unreadable.class);
    assertThat(listing.toString()).doesNotContain(stage().wrongPassword());
  }

  @Test
  default void doesNotListWhenNobodyAnswers() {
    // given
    Connector unreachable = stage().unreachable();
    // when
    SeatListing listing = list(unreachable, stage().source());
    // then
    assertThat(listing).isInstanceOf(SeatListing.Unreadable.class);
  }
}
