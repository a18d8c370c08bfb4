package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.Connector;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everyone who checks a connection must do. */
public interface ChecksConnectionConformance {

  Stage stage();

  private ConnectionCheck check(Connector connector, SeatSource source) {
    return On.can(connector, ChecksConnection.class).check(List.of(source));
  }

  @Test
  default void findsAllThatIsNeeded() {
    // given
    stage().seatHeldDirectly();
    // when
    ConnectionCheck check = check(stage().connector(), stage().source());
    // then
    assertThat(check)
        .isInstanceOfSatisfying(
            ConnectionCheck.Works.class,
            works -> assertThat(works.proven()).hasSize(stage().thingsProven()));
  }

  @Test
  default void namesEachMissingPermission() {
    assumeThat(stage().showsRights()).isTrue();
    // given
    stage().seatHeldDirectly();
    // when
    ConnectionCheck check = check(stage().withoutRights(), stage().source());
    // then
    assertThat(check)
        .isInstanceOfSatisfying(
            ConnectionCheck.Lacks.class,
            lacks ->
                assertThat(lacks.missing())
                    .hasSize(stage().rightsMissing())
                    .anySatisfy(one -> assertThat(one.what()).contains(stage().rightToTake()))
                    .allSatisfy(one -> assertThat(one.whatToDo()).isNotBlank()));
  }

  @Test
  default void isUnusableWithAWrongPassword() {
    // given
    Connector wrong = stage().withWrongPassword();
    // when
    ConnectionCheck check = check(wrong, stage().source());
    // then
    assertThat(check)
        .isInstanceOfSatisfying(
            ConnectionCheck.Unusable.class,
            unusable -> assertThat(unusable.whatToDo()).contains(stage().secret()));
    assertThat(check.toString()).doesNotContain(stage().wrongPassword());
  }

  @Test
  default void isUnusableWhenNobodyAnswers() {
    // given
    Connector unreachable = stage().unreachable();
    // when
    ConnectionCheck check = check(unreachable, stage().source());
    // then
    assertThat(check).isInstanceOf(ConnectionCheck.Unusable.class);
  }
}
