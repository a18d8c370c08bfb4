package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.RevocationOutcome.Failed;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What everyone who ends an account's access must do. */
public interface DeprovisionsConformance {

  Stage stage();

  private RevocationOutcome disable(Connector connector, SeatRef seat) {
    return On.can(connector, Deprovisions.class).deprovision(Step.DISABLE_ACCOUNT, seat.account());
  }

  @Test
  default void disablesTheAccountAndLeavesTheSeat() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    RevocationOutcome outcome = disable(stage().connector(), seat);
    // then
    assertThat(outcome).isEqualTo(new Revoked());
    assertThat(stage().isEnabled(seat)).isFalse();
    assertThat(stage().hasSeat(seat)).isEqualTo(!stage().seatEndsWithAccount());
  }

  @Test
  default void findsADisabledAccountDisabled() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    stage().disable(seat);
    // when
    RevocationOutcome outcome = disable(stage().connector(), seat);
    // then
    assertThat(outcome).isInstanceOf(AlreadyGone.class);
  }

  @Test
  default void doesNotDisableProtectedAccounts() {
    // given
    SeatRef seat = stage().seatOfProtected();
    // when
    RevocationOutcome outcome = disable(stage().connector(), seat);
    // then
    assertThat(outcome).isInstanceOf(CannotBeRevoked.class);
    assertThat(stage().isEnabled(seat)).isTrue();
  }

  @Test
  default void doesNotDisableNobody() {
    // given
    SeatRef seat = stage().seatOfNobody();
    // when
    RevocationOutcome outcome = disable(stage().connector(), seat);
    // then
    assertThat(outcome).isInstanceOf(CannotBeRevoked.class);
  }

  @Test
  default void saysWhichPermissionToDisableIsMissing() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    RevocationOutcome outcome = disable(stage().withoutRights(), seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.whatToDo()).startsWith("Give"));
    assertThat(stage().isEnabled(seat)).isTrue();
  }

  @Test
  default void saysForEachStepWhichPermissionIsMissing() {
    for (Step step : steps()) {
      // given
      SeatRef seat = seatFor(step);
      // when
      RevocationOutcome outcome = take(stage().withoutRights(), step, seat);
      // then
      assertThat(outcome)
          .as("%s", step)
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.whatToDo()).startsWith("Give"));
    }
  }

  @Test
  default void takesNoStepWithAWrongPasswordAndDoesNotShowIt() {
    for (Step step : steps()) {
      // given
      SeatRef seat = seatFor(step);
      // when
      RevocationOutcome outcome = take(stage().withWrongPassword(), step, seat);
      // then
      assertThat(outcome)
          .as("%s", step)
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.whatToDo()).contains(stage().secret()));
      assertThat(outcome.toString()).doesNotContain(stage().wrongPassword());
    }
  }

  @Test
  default void takesNoStepFromProtectedAccountsOrNobody() {
    for (Step step : steps()) {
      // when
      RevocationOutcome ofProtected = take(stage().connector(), step, stage().seatOfProtected());
      RevocationOutcome ofNobody = take(stage().connector(), step, stage().seatOfNobody());
      // then
      assertThat(ofProtected).as("%s", step).isInstanceOf(CannotBeRevoked.class);
      assertThat(ofNobody).as("%s", step).isInstanceOf(CannotBeRevoked.class);
    }
  }

  private Set<Step> steps() {
    return On.can(stage().connector(), Deprovisions.class).steps().keySet();
  }

  /** Somebody from whom the step takes something. */
  default SeatRef seatFor(Step step) {
    return stage().seatHeldDirectly();
  }

  private static RevocationOutcome take(Connector connector, Step step, SeatRef seat) {
    return On.can(connector, Deprovisions.class).deprovision(step, seat.account());
  }
}
