package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What everyone who saves and restores must do. */
public interface RestoresConformance {

  Stage stage();

  private SavedState save(SeatRef seat, Set<Step> before) {
    CaptureOutcome outcome =
        On.can(stage().connector(), Captures.class).capture(seat, stage().source(), before);
    assertThat(outcome).isInstanceOf(CaptureOutcome.Saved.class);
    return ((CaptureOutcome.Saved) outcome).state();
  }

  private boolean disables() {
    return stage()
        .connector()
        .as(Deprovisions.class)
        .map(deprovisions -> deprovisions.steps().containsKey(Step.DISABLE_ACCOUNT))
        .orElse(false);
  }

  private void takeAll(SeatRef seat) {
    if (disables()) {
      On.can(stage().connector(), Deprovisions.class)
          .deprovision(Step.DISABLE_ACCOUNT, seat.account());
      assertThat(stage().isEnabled(seat)).isFalse();
    }
    On.can(stage().connector(), Revokes.class).revoke(seat, stage().source());
    assertThat(stage().hasSeat(seat)).isFalse();
  }

  private RestoreOutcome restore(SavedState saved) {
    return On.can(stage().connector(), Restores.class).restore(saved);
  }

  @Test
  default void putsBackWhatWasTaken() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    SavedState saved = save(seat, EnumSet.allOf(Step.class));
    takeAll(seat);
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(stage().hasSeat(seat)).isTrue();
    assertThat(stage().isEnabled(seat)).isTrue();
  }

  @Test
  default void putsBackEvenAfterARenameAndAMove() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    SavedState saved = save(seat, EnumSet.allOf(Step.class));
    takeAll(seat);
    stage().renameAndMove(seat);
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(stage().hasSeat(seat)).isTrue();
    assertThat(stage().isEnabled(seat)).isTrue();
  }

  @Test
  default void leavesDisabledWhatWasDisabledBefore() {
    assumeThat(stage().accountsCanBeDisabled()).isTrue();
    // given
    SeatRef seat = stage().seatHeldDirectly();
    stage().disable(seat);
    SavedState saved = save(seat, EnumSet.allOf(Step.class));
    takeAll(seat);
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(stage().hasSeat(seat)).isEqualTo(!stage().seatEndsWithAccount());
    assertThat(stage().isEnabled(seat)).isFalse();
  }

  @Test
  default void undoesOnlyItsOwnSteps() {
    assumeThat(stage().accountsCanBeDisabled()).isTrue();
    assumeThat(stage().staysEnabledWithoutSeat()).isTrue();
    // given
    SeatRef seat = stage().seatHeldDirectly();
    SavedState saved = save(seat, EnumSet.of(Step.FREE_SEAT));
    On.can(stage().connector(), Revokes.class).revoke(seat, stage().source());
    stage().disable(seat);
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(stage().hasSeat(seat)).isTrue();
    assertThat(stage().isEnabled(seat)).isFalse();
  }

  @Test
  default void givesNoSeatToWhoHadNone() {
    // given
    SeatRef seat = stage().seatNotHeld();
    SavedState saved = save(seat, EnumSet.allOf(Step.class));
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(stage().hasSeat(seat)).isFalse();
  }

  @Test
  default void mayBeRepeated() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    SavedState saved = save(seat, EnumSet.allOf(Step.class));
    takeAll(seat);
    RestoreOutcome first = restore(saved);
    // when
    RestoreOutcome second = restore(saved);
    // then
    assertThat(first).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(second).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(stage().hasSeat(seat)).isTrue();
  }

  @Test
  default void cannotRestoreWhoIsGoneForGood() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    SavedState saved = save(seat, EnumSet.allOf(Step.class));
    stage().delete(seat);
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.NoLongerPossible.class);
  }

  @Test
  default void refusesAStateThatItDidNotSave() {
    // given
    SavedState strange = new SavedState("another-kind", Set.of(), Map.of());
    // when
    RestoreOutcome outcome = restore(strange);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.Failed.class);
  }

  @Test
  default void savesNothingOfNobody() {
    // given
    SeatRef nobody = stage().seatOfNobody();
    // when
    CaptureOutcome outcome =
        On.can(stage().connector(), Captures.class)
            .capture(nobody, stage().source(), EnumSet.allOf(Step.class));
    // then
    assertThat(outcome).isInstanceOf(CaptureOutcome.Failed.class);
  }

  @Test
  default void saysWhichPermissionToPutBackIsMissing() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    SavedState saved = save(seat, EnumSet.of(Step.FREE_SEAT));
    On.can(stage().connector(), Revokes.class).revoke(seat, stage().source());
    // when
    RestoreOutcome outcome = On.can(stage().withoutRights(), Restores.class).restore(saved);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RestoreOutcome.Failed.class,
            failed -> {
              assertThat(failed.why()).contains("may not");
              assertThat(failed.whatToDo()).startsWith("Give").contains(stage().rightToTake());
            });
    assertThat(stage().hasSeat(seat)).isFalse();
  }

  @Test
  default void neitherSavesNorPutsBackWithAWrongPassword() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    SavedState saved = save(seat, EnumSet.of(Step.FREE_SEAT));
    On.can(stage().connector(), Revokes.class).revoke(seat, stage().source());
    // when
    CaptureOutcome captured =
        On.can(stage().withWrongPassword(), Captures.class)
            .capture(seat, stage().source(), EnumSet.of(Step.FREE_SEAT));
    RestoreOutcome restored = On.can(stage().withWrongPassword(), Restores.class).restore(saved);
    // then
    assertThat(captured)
        .isInstanceOfSatisfying(
            CaptureOutcome.Failed.class,
            failed -> assertThat(failed.whatToDo()).contains(stage().secret()));
    assertThat(restored)
        .isInstanceOfSatisfying(
            RestoreOutcome.Failed.class,
            failed -> assertThat(failed.whatToDo()).contains(stage().secret()));
    assertThat(captured + " " + restored).doesNotContain(stage().wrongPassword());
    assertThat(stage().hasSeat(seat)).isFalse();
  }
}
