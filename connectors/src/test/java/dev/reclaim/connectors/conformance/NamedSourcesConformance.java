package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everyone must do whose seats have sources that may be missing. */
public interface NamedSourcesConformance {

  Stage stage();

  @Test
  default void namesAMissingSource() {
    // given
    SeatSource missing = stage().missingSource();
    // when
    ConnectionCheck check =
        On.can(stage().connector(), ChecksConnection.class).check(List.of(missing));
    // then
    assertThat(check)
        .isInstanceOfSatisfying(
            ConnectionCheck.Lacks.class,
            lacks ->
                assertThat(lacks.missing())
                    .singleElement()
                    .satisfies(one -> assertThat(one.what()).contains(missing.entitlement())));
  }

  @Test
  default void doesNotTakeAMissingSourceForAbsence() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    SeatLook look = On.can(stage().connector(), Verifies.class).look(seat, stage().missingSource());
    // then
    assertThat(look).isInstanceOf(SeatLook.CannotTell.class);
  }

  @Test
  default void doesNotListASourceThatIsMissing() {
    // given
    SeatSource missing = stage().missingSource();
    // when
    SeatListing listing = On.can(stage().connector(), ListsSeats.class).list(missing);
    // then
    assertThat(listing)
        .isInstanceOfSatisfying(
            SeatListing.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.why()).contains(missing.entitlement());
              assertThat(unreadable.whatToDo()).isNotBlank();
            });
  }
}
