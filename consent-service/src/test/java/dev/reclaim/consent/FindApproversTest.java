package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.in;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindApproversTest {

  private final Holder olga = in("sales", person("Olga"));
  private final Holder mari = in("sales", managedBy(person("Mari"), olga));
  private final Holder john = in("sales", managedBy(person("John"), mari));
  private final Holder petra = person("Petra");
  private final StandInsInMemory standIns = new StandInsInMemory();

  private LineOfApprovers line(Holder about, Optional<String> owner, Holder... people) {
    return line(
        CaseFile.of(Story.found(about, Story.asking(Handling.Silence.KEEP))), about, owner, people);
  }

  private LineOfApprovers line(
      CaseFile file, Holder about, Optional<String> owner, Holder... people) {
    return new FindApprovers(Company.of(people), standIns, _ -> MONDAY, MONDAY)
        .about(file, about, about, Optional.of(tableau(owner, true)));
  }

  private static List<String> names(LineOfApprovers line) {
    return line.inOrder().stream().map(it -> it.person().name()).toList();
  }

  private void standsIn(Holder who, Holder forWhom) {
    standIns.put(new StandIn(who.id(), forWhom.id(), MONDAY, MONDAY.plus(Duration.ofDays(5))));
  }

  @Test
  void managerThenHeadThenOwner() {
    assertThat(names(line(john, Optional.of("petra"), john, mari, olga, petra)))
        .containsExactly("Mari", "Olga", "Petra");
  }

  @Test
  void aManagerWhoIsMissingLeftAwayOrTheHolderIsLeftOut() {
    assertThat(names(line(john, Optional.of("petra"), john, olga, petra)))
        .containsExactly("Olga", "Petra");
    for (Holder.Status gone : List.of(Holder.Status.LEFT, Holder.Status.ON_LEAVE)) {
      assertThat(names(line(john, Optional.of("petra"), john, with(mari, gone), olga, petra)))
          .containsExactly("Olga", "Petra");
    }
    Holder own = managedBy(olga, olga);
    assertThat(names(line(own, Optional.of("petra"), own, petra))).containsExactly("Petra");
  }

  @Test
  void whoStandsInTakesTheManagersPlace() {
    // given
    standsIn(petra, mari);
    Holder away = with(mari, Holder.Status.ON_LEAVE);
    // then
    assertThat(names(line(john, Optional.empty(), john, away, olga, petra)))
        .containsExactly("Petra", "Olga");
    assertThat(line(john, Optional.empty(), john, away, olga, petra).inOrder().getFirst().as())
        .isEqualTo("standing in for the manager of John");
  }

  @Test
  void whoStandsInForAHeadWhoIsOnLeaveTakesTheHeadsPlace() {
    // given
    standsIn(petra, olga);
    Holder away = with(olga, Holder.Status.ON_LEAVE);
    Holder left = with(mari, Holder.Status.LEFT);
    // then
    LineOfApprovers line = line(john, Optional.empty(), john, left, away, petra);
    assertThat(names(line)).containsExactly("Petra");
    assertThat(line.inOrder().getFirst().as())
        .isEqualTo("standing in for the head of John's department");
    assertThat(
            names(line(john, Optional.empty(), john, left, with(olga, Holder.Status.LEFT), petra)))
        .isEmpty();
  }

  @Test
  void aHeadAtWorkGoesBeforeOneOnLeave() {
    Holder other = with(in("sales", person("Otto")), Holder.Status.ON_LEAVE);
    assertThat(
            names(line(john, Optional.empty(), john, with(mari, Holder.Status.LEFT), olga, other)))
        .containsExactly("Olga");
  }

  @Test
  void whoStandsInForWhoeverIsNextAboveTakesTheirPlace() {
    // given
    Holder boss = with(person("Boss"), Holder.Status.ON_LEAVE);
    Holder middle = with(managedBy(person("Middle"), boss), Holder.Status.LEFT);
    Holder low = managedBy(person("Low"), middle);
    standsIn(petra, boss);
    // then
    assertThat(names(line(low, Optional.empty(), low, middle, boss, petra)))
        .containsExactly("Petra");
  }

  @Test
  void aStandInWhoIsAwayToPassesItOnAndACircleOfThemFallsBack() {
    // given
    Holder quentin = person("Quentin");
    standsIn(petra, mari);
    standsIn(quentin, petra);
    // then
    assertThat(names(line(john, Optional.empty(), john, mari, petra, quentin)))
        .containsExactly("Quentin");
    // given
    standsIn(mari, quentin);
    // then
    assertThat(names(line(john, Optional.empty(), john, mari, petra, quentin)))
        .containsExactly("Mari");
  }

  @Test
  void nobodyDecidesForThemselvesNotByDelegationEither() {
    // given
    standsIn(john, mari);
    // then
    assertThat(names(line(john, Optional.of("john"), john, with(mari, Holder.Status.LEFT))))
        .isEmpty();
    // given
    standIns.remove(mari.id());
    standsIn(mari, john);
    // then
    LineOfApprovers line = line(john, Optional.of("mari"), john, mari);
    assertThat(names(line)).isEmpty();
    assertThat(line.barred()).contains(john.id(), mari.id());
  }

  @Test
  void whoSetItGoingDoesNotDecideIt() {
    // given
    CaseFile file =
        CaseFile.of(Story.found(john, Story.asking(Handling.Silence.KEEP))).requestedBy("MARI");
    // then
    assertThat(names(line(file, john, Optional.of("petra"), john, mari, petra)))
        .containsExactly("Petra");
  }

  @Test
  void managersInACircleDecideNothing() {
    Holder absent = with(managedBy(mari, john), Holder.Status.LEFT);
    LineOfApprovers line = line(john, Optional.of("petra"), john, absent, petra);
    assertThat(line.inOrder()).isEmpty();
    assertThat(line.why()).isEqualTo("The managers above John lead in a circle.");
  }

  @Test
  void aChainThatEndsNowhereSaysWhatToDo() {
    LineOfApprovers line = line(person("Solo"), Optional.empty());
    assertThat(line.inOrder()).isEmpty();
    assertThat(line.why()).startsWith("Solo has no manager at work");
    assertThat(line.whatToDo()).contains("reassign");
  }

  @Test
  void withoutADepartmentTheNextAboveDecides() {
    Holder boss = person("Boss");
    Holder middle = with(managedBy(person("Middle"), boss), Holder.Status.ON_LEAVE);
    Holder low = managedBy(person("Low"), middle);
    assertThat(names(line(low, Optional.empty(), low, middle, boss))).containsExactly("Boss");
  }

  @Test
  void withoutADepartmentTheLineGoesTwoLevelsAboveTheManagerAndNoFurther() {
    // given
    Holder top = person("Top");
    Holder third = managedBy(person("Third"), top);
    Holder second = managedBy(person("Second"), third);
    Holder first = managedBy(person("First"), second);
    Holder low = managedBy(person("Low"), first);
    // then
    LineOfApprovers line = line(low, Optional.of("petra"), low, first, second, third, top, petra);
    assertThat(names(line)).containsExactly("First", "Second", "Third", "Petra");
    assertThat(line.inOrder().get(1).as()).isEqualTo("a manager above Low");
    // when: the manager is away, and who stands in is their own manager
    standsIn(second, first);
    Holder away = with(first, Holder.Status.ON_LEAVE);
    // then
    assertThat(names(line(low, Optional.empty(), low, away, second, third, top)))
        .containsExactly("Second", "Third");
  }
}
