package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.reclaim.connectors.Effect;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.Handling.Taking;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.revocation.Offers.Offered;
import dev.reclaim.revocation.PlannedStep.By;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlansStepsTest {

  private static final ConnectionName VENDOR = new ConnectionName("vendor");
  private static final ConnectionName DIRECTORY = new ConnectionName("directory");
  private static final KnownApplication APPLICATION =
      new KnownApplication(
          Given.APPLICATION,
          "Diagrams",
          Optional.of(
              new SeatSource(VENDOR, "pro", Optional.of(SeatAction.UNASSIGN), Optional.empty())),
          Map.of("pro", "sku-pro", "basic", "sku-basic"),
          30);

  private static final Map<ConnectionName, Offered> OFFERED =
      Map.of(
          VENDOR,
          new Offered(
              "vendor",
              Map.of(Step.END_SESSIONS, new Effect("Being signed in.", false)),
              Map.of(
                  SeatAction.DOWNGRADE,
                  new Effect("The better tier.", true),
                  SeatAction.UNASSIGN,
                  new Effect("The seat.", true, Optional.of(Duration.ofDays(7))),
                  SeatAction.SUSPEND,
                  new Effect("All of it.", false)),
              Set.of(Step.FREE_SEAT, Step.DISABLE_ACCOUNT, Step.END_SESSIONS)),
          DIRECTORY,
          new Offered(
              "directory",
              Map.of(
                  Step.DISABLE_ACCOUNT,
                  new Effect("Signing in.", true, Optional.of(Duration.ofDays(20))),
                  Step.LEAVE_GROUPS,
                  new Effect("The groups.", true)),
              Map.of(),
              Set.of(Step.DISABLE_ACCOUNT, Step.LEAVE_GROUPS)));

  @Test
  void removesAccessWhereIdentityLivesAndTheSeatWhereItIs() {
    // when
    Plan plan = plan(Optional.of(DIRECTORY), Order.ACCESS_FIRST, APPLICATION);

    // then
    assertThat(plan.steps())
        .containsExactly(
            PlannedStep.byCall(
                Step.DISABLE_ACCOUNT, new SeatSource(DIRECTORY, SeatSource.WHOLE_ACCOUNT)),
            PlannedStep.byCall(
                Step.LEAVE_GROUPS, new SeatSource(DIRECTORY, SeatSource.WHOLE_ACCOUNT)),
            PlannedStep.byCall(Step.FREE_SEAT, seat("pro", SeatAction.UNASSIGN, Optional.empty())));
    assertThat(plan.leftOut())
        .containsExactly(
            "END_SESSIONS is left out: the connection directory does not offer it",
            "REVOKE_TOKENS is left out: the connection directory does not offer it");
  }

  @Test
  void usesTheApplicationsOwnConnectionWhereNoOtherIsNamed() {
    // when
    Plan plan = plan(Optional.empty(), Order.ACCESS_FIRST, APPLICATION);

    // then
    assertThat(plan.steps())
        .extracting(PlannedStep::step, PlannedStep::by)
        .containsExactly(
            tuple(Step.DISABLE_ACCOUNT, By.HAND),
            tuple(Step.END_SESSIONS, By.CALL),
            tuple(Step.FREE_SEAT, By.CALL));
    assertThat(plan.steps().getFirst().source()).isPresent();
  }

  @Test
  void takesOnlyTheSeatWhenItIsAboutMoney() {
    assertThat(plan(Optional.of(DIRECTORY), Order.SEAT_ONLY, APPLICATION).steps())
        .extracting(PlannedStep::step)
        .containsExactly(Step.FREE_SEAT);
  }

  @Test
  void leavesALowerTierWhereTheRuleWantsThat() {
    // when
    Plan plan =
        plan(
            new Taking(Order.SEAT_ONLY, Optional.of(SeatAction.DOWNGRADE), Optional.of("basic")),
            APPLICATION);

    // then
    assertThat(plan.steps())
        .containsExactly(
            PlannedStep.byCall(
                Step.FREE_SEAT, seat("pro", SeatAction.DOWNGRADE, Optional.of("sku-basic"))));
  }

  @Test
  void givesAWayThatNoInterfaceOffersToAPerson() {
    // when
    Plan plan =
        plan(
            new Taking(Order.SEAT_ONLY, Optional.of(SeatAction.DELETE), Optional.empty()),
            APPLICATION);

    // then
    assertThat(plan.steps().getFirst().by()).isEqualTo(By.HAND);
    assertThat(plan.steps().getFirst().source()).isPresent();
  }

  @Test
  void givesAnApplicationWithoutConnectionToAPerson() {
    // given
    KnownApplication byHand =
        new KnownApplication(Given.APPLICATION, "Diagrams", Optional.empty(), Map.of(), 30);

    // then
    assertThat(plan(Optional.empty(), Order.ACCESS_FIRST, byHand).steps())
        .containsExactly(
            new PlannedStep(Step.DISABLE_ACCOUNT, By.HAND, Optional.empty()),
            new PlannedStep(Step.FREE_SEAT, By.HAND, Optional.empty()));
  }

  @Test
  void keepsAConnectionThatNobodyConfiguredForItsVendorToSaySo() {
    // given
    KnownApplication elsewhere =
        new KnownApplication(
            Given.APPLICATION,
            "Diagrams",
            Optional.of(new SeatSource(new ConnectionName("nowhere"), "x")),
            Map.of(),
            30);

    // then
    assertThat(plan(Optional.empty(), Order.SEAT_ONLY, elsewhere).steps().getFirst().by())
        .isEqualTo(By.CALL);
  }

  @Test
  void letsBePutBackAsLongAsThePolicyOrTheVendorSaysWhicheverIsLess() {
    // given
    Taken unassigned = taken(Step.FREE_SEAT, VENDOR, Optional.of(SeatAction.UNASSIGN));

    // then
    assertThat(window(30, unassigned)).hasDays(7);
    assertThat(window(6, unassigned)).hasDays(6);
    assertThat(window(30)).hasDays(30);
  }

  @Test
  void letsBePutBackForAsLongAsTheShortestOfAllThatWasDone() {
    // given
    Taken disabled = taken(Step.DISABLE_ACCOUNT, DIRECTORY, Optional.empty());
    Taken signedOut = taken(Step.END_SESSIONS, VENDOR, Optional.empty());

    // then
    assertThat(window(30, taken(Step.FREE_SEAT, VENDOR, Optional.of(SeatAction.DOWNGRADE))))
        .hasDays(30);
    assertThat(window(30, taken(Step.FREE_SEAT, VENDOR, Optional.empty()))).hasDays(30);
    assertThat(window(30, disabled, signedOut)).hasDays(20);
    assertThat(window(30, disabled, taken(Step.FREE_SEAT, VENDOR, Optional.of(SeatAction.SUSPEND))))
        .isZero();
  }

  private static Duration window(int restorableDays, Taken... taken) {
    Course course = Course.START;
    for (Taken one : taken) {
      course = course.take(one);
    }
    return new PlansSteps(name -> Optional.ofNullable(OFFERED.get(name)), Optional.empty())
        .undoWithin(course, restorableDays);
  }

  private static Taken taken(Step step, ConnectionName connection, Optional<SeatAction> way) {
    return new Taken(
        step,
        OperationId.of(Given.requested(Order.SEAT_ONLY).task().id(), step.name(), 1),
        Optional.of(
            new Place(
                new SeatSource(connection, "pro", way, Optional.of("sku-basic")),
                "ada@example.com")),
        Given.NOW,
        "done");
  }

  private static SeatSource seat(String tier, SeatAction action, Optional<String> lower) {
    return new SeatSource(VENDOR, tier, Optional.of(action), lower);
  }

  private static Plan plan(
      Optional<ConnectionName> access, Order order, KnownApplication application) {
    return new PlansSteps(name -> Optional.ofNullable(OFFERED.get(name)), access)
        .plan(Given.requested(order).task(), application);
  }

  private static Plan plan(Taking taking, KnownApplication application) {
    Task task = Given.requested(Order.SEAT_ONLY).task();
    return new PlansSteps(name -> Optional.ofNullable(OFFERED.get(name)), Optional.empty())
        .plan(
            new Task(
                task.id(),
                task.candidate(),
                task.seat(),
                taking,
                task.unlessUsedAfter(),
                task.rule()),
            application);
  }
}
