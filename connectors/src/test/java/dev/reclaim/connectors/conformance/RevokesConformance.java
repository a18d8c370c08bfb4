package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.RevocationOutcome.Failed;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.events.SeatRef;
import org.junit.jupiter.api.Test;

/** What everyone who frees seats must do. */
public interface RevokesConformance {

  Stage stage();

  private RevocationOutcome revoke(Connector connector, SeatRef seat) {
    return On.can(connector, Revokes.class).revoke(seat, stage().source());
  }

  @Test
  default void takesExactlyThisSeat() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    SeatRef other = stage().seatHeldDirectly();
    // when
    RevocationOutcome outcome = revoke(stage().connector(), seat);
    // then
    assertThat(outcome).isEqualTo(new Revoked());
    assertThat(stage().hasSeat(seat)).isFalse();
    assertThat(stage().hasSeat(other)).isTrue();
    assertThat(stage().isEnabled(seat)).isEqualTo(stage().staysEnabledWithoutSeat());
  }

  @Test
  default void provesThatASeatWasNotThere() {
    // given
    SeatRef seat = stage().seatNotHeld();
    // when
    RevocationOutcome outcome = revoke(stage().connector(), seat);
    // then
    assertThat(outcome).isInstanceOf(AlreadyGone.class);
  }

  @Test
  default void findsTheSeatGoneWhenRepeated() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    RevocationOutcome first = revoke(stage().connector(), seat);
    // when
    RevocationOutcome second = revoke(stage().connector(), seat);
    // then
    assertThat(first).isEqualTo(new Revoked());
    assertThat(second).isInstanceOf(AlreadyGone.class);
  }

  @Test
  default void refusesAnUnknownAccount() {
    // given
    SeatRef seat = stage().seatOfNobody();
    // when
    RevocationOutcome outcome = revoke(stage().connector(), seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class, refused -> assertThat(refused.why()).contains(seat.account()));
  }

  @Test
  default void leavesProtectedAccountsAlone() {
    // given
    SeatRef seat = stage().seatOfProtected();
    // when
    RevocationOutcome outcome = revoke(stage().connector(), seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class, refused -> assertThat(refused.why()).contains("protected"));
    assertThat(stage().hasSeat(seat)).isTrue();
  }

  @Test
  default void failsWithAWrongPasswordWithoutShowingIt() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    RevocationOutcome outcome = revoke(stage().withWrongPassword(), seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.whatToDo()).contains(stage().secret()));
    assertThat(outcome.toString()).doesNotContain(stage().wrongPassword());
    assertThat(stage().hasSeat(seat)).isTrue();
  }

  @Test
  default void saysWhichPermissionIsMissing() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    RevocationOutcome outcome = revoke(stage().withoutRights(), seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.why()).contains("may not");
              assertThat(failed.whatToDo()).startsWith("Give").contains(stage().rightToTake());
            });
    assertThat(stage().hasSeat(seat)).isTrue();
  }

  @Test
  default void triesLaterWhenNobodyAnswers() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    RevocationOutcome outcome = revoke(stage().unreachable(), seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(TryLater.class, later -> assertThat(later.after()).isPositive());
  }
}
