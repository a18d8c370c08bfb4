package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.Effect;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicencesTest implements GraphConformance {

  private static final String TEAMS = "57ff2da0-773e-42df-b2af-ffb7a2317929";
  private static final String YAMMER = "7547a3fe-08ee-4ccb-b430-5077c5041653";

  private final LicenceStage stage = new LicenceStage(Limits.USUAL);

  @Override
  public LicenceStage stage() {
    return stage;
  }

  private RevocationOutcome revoke(SeatRef seat, SeatSource source) {
    return stage.connector().as(Revokes.class).orElseThrow().revoke(seat, source);
  }

  private SavedState save(SeatRef seat, SeatSource source) {
    CaptureOutcome outcome =
        stage
            .connector()
            .as(Captures.class)
            .orElseThrow()
            .capture(seat, source, Set.of(Step.FREE_SEAT));
    assertThat(outcome).isInstanceOf(CaptureOutcome.Saved.class);
    return ((CaptureOutcome.Saved) outcome).state();
  }

  private RestoreOutcome restore(SavedState saved) {
    return stage.connector().as(Restores.class).orElseThrow().restore(saved);
  }

  @Test
  void putsBackTheServicePlansThatWereSwitchedOff() {
    // given
    SeatRef seat = stage.seatHeldDirectly(Set.of(TEAMS, YAMMER));
    SavedState saved = save(seat, stage.source());
    assertThat(revoke(seat, stage.source())).isEqualTo(new Revoked());
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(stage.userOf(seat).licences().get(stage.e5().id()))
        .containsExactlyInAnyOrder(TEAMS, YAMMER);
  }

  @Test
  void downgradesInOneCall() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    stage.sandbox().recorded().forget();
    // when
    RevocationOutcome outcome = revoke(seat, stage.downgradeToE3());
    // then
    assertThat(outcome).isEqualTo(new Revoked());
    assertThat(stage.userOf(seat).licences()).containsOnlyKeys(stage.e3().id());
    assertThat(stage.sandbox().recorded().all())
        .filteredOn(one -> one.path("path").asText().endsWith("assignLicense"))
        .hasSize(1);
  }

  @Test
  void takesTheSmallerLicenceBackWhenTheLargerOneIsRestored() {
    // given
    SeatRef seat = stage.seatHeldDirectly(Set.of(TEAMS));
    SavedState saved = save(seat, stage.downgradeToE3());
    revoke(seat, stage.downgradeToE3());
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(stage.userOf(seat).licences()).containsOnlyKeys(stage.e5().id());
  }

  @Test
  void keepsTheSmallerLicenceOfWhoeverHadBoth() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    stage.sandbox().directory().license(stage.live(seat), stage.e3(), Set.of(YAMMER));
    SavedState saved = save(seat, stage.downgradeToE3());
    revoke(seat, stage.downgradeToE3());
    // when
    restore(saved);
    // then
    assertThat(stage.userOf(seat).licences())
        .containsOnlyKeys(stage.e5().id(), stage.e3().id())
        .containsEntry(stage.e3().id(), Set.of(YAMMER));
  }

  @Test
  void saysThatNoSeatIsFreeAnyMore() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    SavedState saved = save(seat, stage.source());
    revoke(seat, stage.source());
    for (int i = 0; i < stage.e5().seats(); i++) {
      stage.seatHeldDirectly();
    }
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RestoreOutcome.NoLongerPossible.class,
            no -> assertThat(no.why()).contains("no seat of SPE_E5 is free"));
  }

  @Test
  void takesTheLastFreeSeatBack() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    SavedState saved = save(seat, stage.source());
    revoke(seat, stage.source());
    for (int i = 1; i < stage.e5().seats(); i++) {
      stage.seatHeldDirectly();
    }
    // when
    RestoreOutcome outcome = restore(saved);
    // then
    assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
  }

  @Test
  void doesNotTakeADirectLicenceThatAGroupGivesToo() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    stage.sandbox().directory().join(stage.team(), stage.live(seat));
    // when
    RevocationOutcome outcome = revoke(seat, stage.source());
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class,
            refused -> assertThat(refused.why()).contains("Analytics Team", "frees nothing"));
    assertThat(stage.sandbox().effects().count(Effect.Kind.LICENCE_REMOVED)).isZero();
  }

  @Test
  void takesNothingInAWayThatItDoesNotKnow() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    SeatSource deleting =
        new SeatSource(
            GraphStage.TENANT, "sku:SPE_E5", Optional.of(SeatAction.DELETE), Optional.empty());
    // when
    RevocationOutcome outcome = revoke(seat, deleting);
    // then
    assertThat(outcome).isInstanceOf(CannotBeRevoked.class);
    assertThat(stage.hasSeat(seat)).isTrue();
  }

  @Test
  void understandsAProductByItsId() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    // when
    RevocationOutcome outcome = revoke(seat, stage.sourceOf("sku:" + stage.e5().id()));
    // then
    assertThat(outcome).isEqualTo(new Revoked());
  }

  @Test
  void leavesAloneWhomTheSettingsProtect() {
    // given
    var user = stage.sandbox().directory().addUser(GraphStage.UNTOUCHABLE);
    stage.sandbox().directory().license(user, stage.e5(), Set.of());
    // when
    RevocationOutcome outcome = revoke(GraphStage.seatOf(user), stage.source());
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class,
            refused -> assertThat(refused.why()).contains("protected-accounts"));
  }
}
