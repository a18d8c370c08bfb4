package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.StepLook;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.Effect;
import dev.reclaim.sandbox.graph.Group;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done to accounts beside switching them off. */
class AccountsTest {

  /** More than fit into one batch. */
  private static final int MANY = 23;

  /** A window of writes that one batch fills and a second one exceeds. */
  private static final Limits NARROW =
      new Limits(Batches.MOST, Duration.ofMillis(1500), Duration.ZERO);

  private LicenceStage stage = new LicenceStage(Limits.USUAL);

  @AfterEach
  void close() {
    stage.close();
  }

  private RevocationOutcome take(Step step, SeatRef seat) {
    return stage.connector().as(Deprovisions.class).orElseThrow().deprovision(step, seat.account());
  }

  private StepLook look(Step step, SeatRef seat) {
    return stage.connector().as(Deprovisions.class).orElseThrow().look(step, seat.account());
  }

  private List<Group> groupsOf(SeatRef seat) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Group group = stage.sandbox().directory().addGroup("group " + i, Group.Sort.SECURITY);
      stage.sandbox().directory().join(group, stage.live(seat));
      groups.add(group);
    }
    return groups;
  }

  private boolean isIn(SeatRef seat, Group group) {
    return stage.sandbox().directory().isMember(stage.live(seat), group);
  }

  @Test
  void endsSessionsAndSeesItForAWhile() {
    // given
    SeatRef seat = stage.seatNotHeld();
    StepLook before = look(Step.END_SESSIONS, seat);
    // when
    RevocationOutcome outcome = take(Step.END_SESSIONS, seat);
    // then
    assertThat(before).isEqualTo(new StepLook.LeavesNoTrace());
    assertThat(outcome).isEqualTo(new Revoked());
    assertThat(look(Step.END_SESSIONS, seat)).isInstanceOf(StepLook.Done.class);
  }

  @Test
  void takesAnOldMomentForNoTrace() {
    // given
    Instant from = Instant.parse("2026-11-27T10:00:00Z");
    Person person =
        new Person(
            "id",
            "someone@example.com",
            List.of(),
            new Person.Access(true, false, Optional.of(from)),
            List.of(),
            Set.of());
    // when
    StepLook young = Account.lookAtSessions(person, from.plus(Account.TRACE).minusSeconds(1));
    StepLook old = Account.lookAtSessions(person, from.plus(Account.TRACE));
    // then
    assertThat(young).isInstanceOf(StepLook.Done.class);
    assertThat(old).isEqualTo(new StepLook.LeavesNoTrace());
  }

  @Test
  void leavesAccountsThatActiveDirectoryMasters() {
    // given
    SeatRef seat = stage.seatNotHeld();
    stage.sandbox().directory().sync(stage.live(seat));
    // when
    RevocationOutcome outcome = take(Step.DISABLE_ACCOUNT, seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class,
            refused -> assertThat(refused.whatToDo()).contains("active-directory"));
    assertThat(stage.isEnabled(seat)).isTrue();
  }

  @Test
  void leavesAllGroupsInBatchesAndComesBackToAllOfThem() {
    // given
    SeatRef seat = stage.seatNotHeld();
    List<Group> groups = groupsOf(seat);
    Group dynamic = stage.sandbox().directory().addGroup("by rule", Group.Sort.DYNAMIC);
    stage.sandbox().directory().join(dynamic, stage.live(seat));
    SavedState saved =
        ((CaptureOutcome.Saved)
                stage
                    .connector()
                    .as(Captures.class)
                    .orElseThrow()
                    .capture(seat, stage.source(), Set.of(Step.LEAVE_GROUPS)))
            .state();
    // when
    RevocationOutcome left = take(Step.LEAVE_GROUPS, seat);
    // then
    assertThat(left).isEqualTo(new Revoked());
    assertThat(groups).noneMatch(group -> isIn(seat, group));
    assertThat(isIn(seat, dynamic)).isTrue();
    assertThat(look(Step.LEAVE_GROUPS, seat))
        .isInstanceOfSatisfying(
            StepLook.Done.class, done -> assertThat(done.proof()).contains("by rule"));
    assertThat(take(Step.LEAVE_GROUPS, seat)).isInstanceOf(AlreadyGone.class);
    assertThat(stage.connector().as(Restores.class).orElseThrow().restore(saved))
        .isInstanceOf(RestoreOutcome.Restored.class);
    assertThat(groups).allMatch(group -> isIn(seat, group));
    assertThat(stage.sandbox().effects().count(Effect.Kind.USER_DELETED)).isZero();
  }

  @Test
  void goesOnWhereAPartOfABatchWasRefused() {
    // given
    stage.close();
    stage = new LicenceStage(NARROW);
    SeatRef seat = stage.seatNotHeld();
    List<Group> groups = groupsOf(seat);
    // when
    RevocationOutcome first = take(Step.LEAVE_GROUPS, seat);
    long left = stage.sandbox().effects().count(Effect.Kind.MEMBER_REMOVED);
    StepLook between = look(Step.LEAVE_GROUPS, seat);
    // then
    assertThat(first)
        .isInstanceOfSatisfying(TryLater.class, later -> assertThat(later.after()).isPositive());
    assertThat(left).isEqualTo(Batches.MOST);
    assertThat(between).isEqualTo(new StepLook.Open());
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(take(Step.LEAVE_GROUPS, seat)).isInstanceOf(AlreadyGone.class));
    assertThat(groups).noneMatch(group -> isIn(seat, group));
    assertThat(stage.sandbox().effects().count(Effect.Kind.MEMBER_REMOVED)).isEqualTo(MANY);
  }

  @Test
  void knowsNoOtherSteps() {
    // given
    SeatRef seat = stage.seatNotHeld();
    // when
    RevocationOutcome outcome = take(Step.REVOKE_TOKENS, seat);
    // then
    assertThat(outcome).isInstanceOf(CannotBeRevoked.class);
    assertThat(look(Step.REVOKE_TOKENS, seat)).isInstanceOf(StepLook.CannotTell.class);
  }
}
