package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.Identifier;
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

  private static boolean isOf(ListedSeat listed, SeatRef seat) {
    return listed.identifiers().stream()
        .map(Identifier::normalised)
        .anyMatch(Identifier.normalise(seat.account())::equals);
  }

  @Test
  default void listsDirectAndInheritedSeatsAndNoOthers() {
    // given
    SeatRef direct = stage().seatHeldDirectly();
    SeatRef inherited = stage().seatInherited();
    SeatRef none = stage().seatNotHeld();
    // when
    List<ListedSeat> seats = seats();
    // then
    assertThat(seats)
        .filteredOn(listed -> isOf(listed, direct))
        .extracting(ListedSeat::via)
        .containsExactly(new Via.Direct());
    assertThat(seats)
        .filteredOn(listed -> isOf(listed, inherited))
        .extracting(ListedSeat::via)
        .containsExactly(new Via.Group(stage().seatGivingGroup()));
    assertThat(seats).noneMatch(listed -> isOf(listed, none));
  }

  @Test
  default void listsAccountsThatCanBeFoundAgain() {
    // given
    SeatRef direct = stage().seatHeldDirectly();
    // when
    ListedSeat listed =
        seats().stream().filter(seat -> isOf(seat, direct)).findFirst().orElseThrow();
    // then
    assertThat(On.can(stage().connector(), FindsAccount.class).find(listed.account()))
        .isInstanceOf(AccountLook.Found.class);
  }

  @Test
  default void doesNotListASourceThatIsMissing() {
    // given
    SeatSource missing = stage().missingSource();
    // when
    SeatListing listing = list(stage().connector(), missing);
    // then
    assertThat(listing)
        .isInstanceOfSatisfying(
            SeatListing.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.why()).contains(missing.entitlement());
              assertThat(unreadable.whatToDo()).isNotBlank();
            });
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
