package dev.reclaim.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdsTest {

  private static final HolderId ANNA = HolderId.of("E-1");
  private static final ApplicationId TABLEAU = new ApplicationId("tableau");

  @Test
  void theSameSeatHasTheSameIdAnywhere() {
    assertThat(SeatId.of(ANNA, TABLEAU, "creator"))
        .isEqualTo(SeatId.of(HolderId.of("E-1"), new ApplicationId("tableau"), "creator"));
  }

  @Test
  void whatDiffersInAnyPartHasAnotherId() {
    assertThat(SeatId.of(ANNA, TABLEAU, "creator"))
        .isNotEqualTo(SeatId.of(ANNA, TABLEAU, "viewer"))
        .isNotEqualTo(SeatId.of(HolderId.of("E-2"), TABLEAU, "creator"));
  }

  @Test
  void partsCannotFlowIntoEachOther() {
    assertThat(Ids.derive("x", "ab", "c")).isNotEqualTo(Ids.derive("x", "a", "bc"));
  }

  @Test
  void aRefusalBeginsWithTheName() {
    assertThatThrownBy(() -> new ApplicationId("Tableau Cloud"))
        .hasMessageStartingWith("application: ");
    assertThatThrownBy(() -> new HolderId(" ")).hasMessage("holder: is missing");
    assertThatThrownBy(() -> new HolderId("x".repeat(201)))
        .hasMessageStartingWith("holder: longer");
    assertThat(new HolderId("x".repeat(200)).value()).hasSize(200);
  }
}
