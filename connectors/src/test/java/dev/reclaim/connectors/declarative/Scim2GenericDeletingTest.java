package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.LooksAgain;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.vendor.Effects.Effect;
import dev.reclaim.sandbox.vendor.Fault;
import dev.reclaim.sandbox.vendor.Scim2Generic;
import dev.reclaim.sandbox.vendor.ScimHabit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deleting an account frees its seat, too: for good, or only so that it is switched off. */
class Scim2GenericDeletingTest {

  private static SeatSource deleting(VendorStage stage) {
    return new SeatSource(
        stage.source().connection(), "users/all", Optional.of(SeatAction.DELETE), Optional.empty());
  }

  private static RevocationOutcome delete(VendorStage stage, SeatRef seat) {
    return stage.connector().as(Revokes.class).orElseThrow().revoke(seat, deleting(stage));
  }

  private static SavedState saved(VendorStage stage, SeatRef seat) {
    CaptureOutcome outcome =
        stage
            .connector()
            .as(Captures.class)
            .orElseThrow()
            .capture(seat, deleting(stage), EnumSet.of(Step.FREE_SEAT));
    return ((CaptureOutcome.Saved) outcome).state();
  }

  private static SeatLook lookAgain(VendorStage stage, SavedState saved) {
    return stage.connector().as(LooksAgain.class).orElseThrow().lookAgain(saved, deleting(stage));
  }

  @ParameterizedTest
  @EnumSource(value = ScimHabit.class, mode = EnumSource.Mode.EXCLUDE, names = "CURSOR")
  void provesByTheSavedIdThatTheAccountIsGone(ScimHabit habit) {
    try (VendorStage stage = new VendorStage(new Scim2Generic(habit))) {
      // given
      SeatRef seat = stage.seatHeldDirectly();
      SavedState saved = saved(stage, seat);
      // when
      RevocationOutcome outcome = delete(stage, seat);
      // then
      assertThat(outcome).isEqualTo(new Revoked());
      assertThat(lookAgain(stage, saved)).isInstanceOf(SeatLook.Absent.class);
      assertThat(delete(stage, seat)).isInstanceOf(CannotBeRevoked.class);
      assertThat(stage.connector().as(Restores.class).orElseThrow().restore(saved))
          .isInstanceOf(RestoreOutcome.NoLongerPossible.class);
    }
  }

  @Test
  void takesSwitchingOffForDeletingWhereTheServerDoesSo() {
    try (VendorStage stage = new VendorStage(new Scim2Generic(ScimHabit.CURSOR))) {
      // given
      SeatRef seat = stage.seatHeldDirectly();
      // when
      RevocationOutcome first = delete(stage, seat);
      RevocationOutcome second = delete(stage, seat);
      // then
      assertThat(first).isEqualTo(new Revoked());
      assertThat(second).isInstanceOf(RevocationOutcome.AlreadyGone.class);
      assertThat(stage.isEnabled(seat)).isFalse();
    }
  }

  @Test
  void deletesOnceWhenTheAnswerIsLost() {
    try (VendorStage stage = new VendorStage(new Scim2Generic())) {
      // given
      SeatRef seat = stage.seatHeldDirectly();
      SavedState saved = saved(stage, seat);
      stage.played().faults().add(new Fault(Fault.Kind.DROP_ANSWER, 0, 1, Duration.ZERO));
      // when
      RevocationOutcome lost = delete(stage, seat);
      // then
      assertThat(lost).isInstanceOf(TryLater.class);
      assertThat(lookAgain(stage, saved)).isInstanceOf(SeatLook.Absent.class);
      assertThat(stage.vendor().effects().all())
          .extracting(Effect::kind)
          .containsExactly("deleted");
    }
  }

  @Test
  void freesASeatOnlyInAWayThatSuitsIt() {
    try (VendorStage stage = new VendorStage(new Scim2Generic())) {
      // given
      SeatRef seat = stage.seatHeldDirectly();
      SeatSource strange =
          new SeatSource(
              stage.source().connection(),
              "users/all",
              Optional.of(SeatAction.UNASSIGN),
              Optional.empty());
      // when
      RevocationOutcome outcome =
          stage.connector().as(Revokes.class).orElseThrow().revoke(seat, strange);
      // then
      assertThat(outcome)
          .isInstanceOfSatisfying(
              CannotBeRevoked.class,
              cannot -> assertThat(cannot.whatToDo()).contains("DISABLE, DELETE"));
      assertThat(stage.hasSeat(seat)).isTrue();
    }
  }
}
