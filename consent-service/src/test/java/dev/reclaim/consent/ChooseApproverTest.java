package dev.reclaim.consent;

import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Holder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChooseApproverTest {

  private final Holder olga = person("Olga");
  private final Holder mari = managedBy(person("Mari"), olga);
  private final Holder john = managedBy(person("John"), mari);

  private static ApproverChoice choice(Holder about, Optional<String> owner, Holder... people) {
    return new ChooseApprover(Company.of(people)).about(about, Optional.of(tableau(owner, true)));
  }

  private static Optional<String> name(ApproverChoice choice) {
    return choice instanceof ApproverChoice.Somebody it
        ? Optional.of(it.approver().name())
        : Optional.empty();
  }

  @Test
  void theManagerDecides() {
    assertThat(name(choice(john, Optional.of("olga"), john, mari, olga))).hasValue("Mari");
  }

  @Test
  void theManagersManagerStandsInForOneWhoIsAway() {
    Holder away = with(mari, Holder.Status.ON_LEAVE);
    assertThat(name(choice(john, Optional.empty(), john, away, olga))).hasValue("Olga");
  }

  @Test
  void theOwnerDecidesWhereHrKnowsNoManager() {
    assertThat(name(choice(john, Optional.of("OLGA"), john, olga))).hasValue("Olga");
  }

  @Test
  void nobodyDecidesForThemselves() {
    assertThat(name(choice(olga, Optional.of("olga"), olga))).isEmpty();
    assertThat(name(choice(managedBy(olga, olga), Optional.of("olga"), olga))).isEmpty();
  }

  @Test
  void managersInACircleDecideNothing() {
    Holder absent = with(managedBy(mari, john), Holder.Status.LEFT);
    assertThat(choice(john, Optional.of("olga"), john, absent, olga))
        .isInstanceOfSatisfying(
            ApproverChoice.Nobody.class,
            it -> assertThat(it.why()).isEqualTo("The managers above John lead in a circle."));
  }

  @Test
  void withoutManagerAndOwnerItSaysWhatToDo() {
    assertThat(choice(person("Solo"), Optional.empty()))
        .isInstanceOfSatisfying(
            ApproverChoice.Nobody.class, it -> assertThat(it.whatToDo()).contains("reassign"));
  }
}
