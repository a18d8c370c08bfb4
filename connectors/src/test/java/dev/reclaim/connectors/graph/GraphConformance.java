package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.KnowsLimits;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.LooksAgain;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.connectors.conformance.ChecksConnectionConformance;
import dev.reclaim.connectors.conformance.DeprovisionsConformance;
import dev.reclaim.connectors.conformance.DisablingSurvivesLostAnswersConformance;
import dev.reclaim.connectors.conformance.FindsAccountConformance;
import dev.reclaim.connectors.conformance.InheritedSeatsConformance;
import dev.reclaim.connectors.conformance.ListsSeatsConformance;
import dev.reclaim.connectors.conformance.NamedSourcesConformance;
import dev.reclaim.connectors.conformance.RestoresConformance;
import dev.reclaim.connectors.conformance.RevokesConformance;
import dev.reclaim.connectors.conformance.SurvivesLostAnswersConformance;
import dev.reclaim.connectors.conformance.VerifiesConformance;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.Directory;
import dev.reclaim.sandbox.graph.Effect;
import dev.reclaim.sandbox.graph.Fault;
import dev.reclaim.sandbox.graph.Group;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the connector must do with every sort of seat. */
interface GraphConformance
    extends FindsAccountConformance,
        ListsSeatsConformance,
        RevokesConformance,
        DeprovisionsConformance,
        VerifiesConformance,
        RestoresConformance,
        InheritedSeatsConformance,
        NamedSourcesConformance,
        ChecksConnectionConformance,
        SurvivesLostAnswersConformance,
        DisablingSurvivesLostAnswersConformance {

  @Override
  GraphStage stage();

  /** Whatever was tested: a person itself must never be deleted. */
  @AfterEach
  default void nobodyWasDeleted() {
    assertThat(stage().sandbox().effects().count(Effect.Kind.USER_DELETED)).isZero();
    stage().close();
  }

  /** Whoever is to leave groups is in one that gives no seat. */
  @Override
  default SeatRef seatFor(Step step) {
    SeatRef seat = stage().seatHeldDirectly();
    if (step == Step.LEAVE_GROUPS) {
      Directory directory = stage().sandbox().directory();
      directory.join(directory.addGroup("Choir", Group.Sort.SECURITY), stage().live(seat));
    }
    return seat;
  }

  @Override
  default void loseNextAnswer() {
    stage().sandbox().faults().add(Fault.once(Fault.Kind.DROP_ANSWER));
  }

  @Override
  default void beBusyOnce() {
    stage().sandbox().faults().add(Fault.once(Fault.Kind.THROTTLE));
  }

  @Override
  default long timesTaken(SeatRef seat) {
    return stage().sandbox().effects().timesTaken(seat.account());
  }

  private RevocationOutcome revoke(SeatRef seat) {
    return stage().connector().as(Revokes.class).orElseThrow().revoke(seat, stage().source());
  }

  private SeatLook look(SeatRef seat) {
    return stage().connector().as(Verifies.class).orElseThrow().look(seat, stage().source());
  }

  @Test
  default void waitsAtLeastAsLongAsGraphAsks() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    stage().sandbox().faults().add(new Fault(Fault.Kind.THROTTLE, 1, Duration.ofSeconds(17)));
    // when
    RevocationOutcome outcome = revoke(seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TryLater.class,
            later -> {
              assertThat(later.after()).isEqualTo(Duration.ofSeconds(17));
              assertThat(later.soFar()).isEqualTo(TryLater.SoFar.NOTHING);
            });
    assertThat(stage().connector().as(KnowsLimits.class).orElseThrow().rest())
        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(17));
  }

  @Test
  default void repeatsNoChangeByItselfWhenGraphIsBroken() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    stage().sandbox().faults().add(Fault.once(Fault.Kind.BROKEN));
    // when
    RevocationOutcome outcome = revoke(seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TryLater.class, later -> assertThat(later.soFar()).isEqualTo(TryLater.SoFar.PERHAPS));
    assertThat(stage().hasSeat(seat)).isTrue();
  }

  @Test
  default void isNotDeceivedByALie() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    stage().sandbox().faults().add(Fault.once(Fault.Kind.LIE));
    revoke(seat);
    // when
    SeatLook look = look(seat);
    // then
    assertThat(look).isInstanceOf(SeatLook.Present.class);
    assertThat(revoke(seat)).isEqualTo(new Revoked());
    assertThat(look(seat)).isInstanceOf(SeatLook.Absent.class);
  }

  @Test
  default void listsAllPages() {
    // given
    int many = 7;
    for (int i = 0; i < many; i++) {
      stage().seatHeldDirectly();
    }
    // when
    SeatListing listing =
        stage().connector().as(ListsSeats.class).orElseThrow().list(stage().source());
    // then
    assertThat(listing)
        .isInstanceOfSatisfying(
            SeatListing.Complete.class, complete -> assertThat(complete.seats()).hasSize(many));
  }

  @Test
  default void listsNothingRatherThanAPart() {
    // given
    stage().seatHeldDirectly();
    stage().sandbox().faults().add(Fault.once(Fault.Kind.THROTTLE_READS));
    // when
    SeatListing listing =
        stage().connector().as(ListsSeats.class).orElseThrow().list(stage().source());
    // then
    assertThat(listing).isInstanceOf(SeatListing.Unreadable.class);
  }

  private SavedState saved(SeatRef seat) {
    CaptureOutcome outcome =
        stage()
            .connector()
            .as(Captures.class)
            .orElseThrow()
            .capture(seat, stage().source(), Set.of(Step.FREE_SEAT));
    return ((CaptureOutcome.Saved) outcome).state();
  }

  @Test
  default void looksAgainByTheSavedId() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    SavedState saved = saved(seat);
    LooksAgain looks = stage().connector().as(LooksAgain.class).orElseThrow();
    // when
    stage().renameAndMove(seat);
    SeatLook renamed = looks.lookAgain(saved, stage().source());
    stage().delete(seat);
    SeatLook deleted = looks.lookAgain(saved, stage().source());
    // then
    assertThat(renamed).isInstanceOf(SeatLook.Present.class);
    assertThat(deleted).isInstanceOf(SeatLook.Absent.class);
  }
}
