package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.ReportsUsage;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.connectors.UsageReport;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppAssignmentsTest implements GraphConformance {

  private static final String EDITOR = "11111111-2222-3333-4444-555555555555";
  private static final String ADMIN = "66666666-7777-8888-9999-000000000000";

  private final AppStage stage = new AppStage(Limits.USUAL);

  @Override
  public AppStage stage() {
    return stage;
  }

  private List<String> listed() {
    SeatListing listing = stage.connector().as(ListsSeats.class).orElseThrow().list(stage.source());
    assertThat(listing).isInstanceOf(SeatListing.Complete.class);
    return ((SeatListing.Complete) listing).seats().stream().map(ListedSeat::account).toList();
  }

  @Test
  void takesAllRolesAndPutsBackAllOfThem() {
    // given
    SeatRef seat = stage.seatNotHeld();
    stage.sandbox().directory().assign(stage.app(), stage.live(seat), EDITOR);
    stage.sandbox().directory().assign(stage.app(), stage.live(seat), ADMIN);
    SavedState saved =
        ((CaptureOutcome.Saved)
                stage
                    .connector()
                    .as(Captures.class)
                    .orElseThrow()
                    .capture(seat, stage.source(), Set.of(Step.FREE_SEAT)))
            .state();
    // when
    RevocationOutcome taken =
        stage.connector().as(Revokes.class).orElseThrow().revoke(seat, stage.source());
    boolean gone = !stage.hasSeat(seat);
    RestoreOutcome restored = stage.connector().as(Restores.class).orElseThrow().restore(saved);
    // then
    assertThat(taken).isEqualTo(new Revoked());
    assertThat(gone).isTrue();
    assertThat(restored).isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(stage.sandbox().directory().rolesIn(stage.live(seat), stage.app()))
        .containsExactlyInAnyOrder(EDITOR, ADMIN);
  }

  @Test
  void understandsAnApplicationByItsObjectId() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    // when
    RevocationOutcome outcome =
        stage
            .connector()
            .as(Revokes.class)
            .orElseThrow()
            .revoke(seat, stage.sourceOf("app:" + stage.app().id()));
    // then
    assertThat(outcome).isEqualTo(new Revoked());
  }

  @Test
  void saysThatTakingAnAssignmentWouldNotEndAccess() {
    // given
    stage.sandbox().directory().openToAll(stage.app());
    // when
    ConnectionCheck check =
        stage.connector().as(ChecksConnection.class).orElseThrow().check(List.of(stage.source()));
    // then
    assertThat(check)
        .isInstanceOfSatisfying(
            ConnectionCheck.Lacks.class,
            lacks ->
                assertThat(lacks.missing())
                    .singleElement()
                    .satisfies(one -> assertThat(one.whatToDo()).contains("Assignment required")));
  }

  @Test
  void keepsUpWithNamesThatChangeAndPeopleWhoGo() {
    // given
    SeatRef stays = stage.seatHeldDirectly();
    SeatRef goes = stage.seatHeldDirectly();
    assertThat(listed()).containsExactlyInAnyOrder(stays.account(), goes.account());
    stage.sandbox().recorded().forget();
    // when
    stage.renameAndMove(stays);
    stage.delete(goes);
    SeatRef comes = stage.seatHeldDirectly();
    List<String> later = listed();
    // then
    assertThat(later).containsExactlyInAnyOrder("renamed." + stays.account(), comes.account());
    assertThat(stage.sandbox().recorded().all())
        .filteredOn(one -> one.path("path").asText().endsWith("users/delta"))
        .singleElement()
        .satisfies(one -> assertThat(one.path("query").has("$deltatoken")).isTrue());
  }

  @Test
  void readsEverybodyAnewWhenGraphForgotWhereItWas() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    listed();
    stage.sandbox().directory().forgetChanges();
    // when
    List<String> later = listed();
    // then
    assertThat(later).containsExactly(seat.account());
  }

  @Test
  void reportsSuccessfulSignInsToTheApplicationAsUse() {
    // given
    Instant since = Instant.parse("2026-11-01T00:00:00Z");
    SeatRef used = stage.seatHeldDirectly();
    SeatRef failed = stage.seatHeldDirectly();
    SeatRef before = stage.seatHeldDirectly();
    var directory = stage.sandbox().directory();
    directory.signIn(stage.live(used), stage.app(), since, 0);
    directory.signIn(stage.live(failed), stage.app(), since.plus(Duration.ofDays(1)), 50126);
    directory.signIn(stage.live(before), stage.app(), since.minusSeconds(1), 0);
    // when
    UsageReport report =
        stage.connector().as(ReportsUsage.class).orElseThrow().usage(stage.source(), since);
    // then
    assertThat(report)
        .isInstanceOfSatisfying(
            UsageReport.Complete.class,
            complete ->
                assertThat(complete.uses())
                    .singleElement()
                    .satisfies(
                        one -> {
                          assertThat(one.account()).isEqualTo(used.account());
                          assertThat(one.at()).isEqualTo(since);
                        }));
  }
}
