package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Holder.Status;
import dev.reclaim.rules.HolderHistory.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HolderHistoryTest {

  @Test
  void aLeaveLastsFromItsBeginToThatOfTheNextStatus() {
    assertThat(
            history(
                    said(1, Status.ACTIVE, 1, "Sales"),
                    said(3, Status.ON_LEAVE, 5, "Sales"),
                    said(9, Status.ACTIVE, 11, "Sales"))
                .leaves())
        .containsExactly(new Leave(day(5), day(11)));
  }

  @Test
  void aLeaveThatNobodyEndedLasts() {
    assertThat(history(said(3, Status.ON_LEAVE, 5, "Sales")).leaves())
        .containsExactly(new Leave(day(5), Leave.OPEN));
  }

  @Test
  void whoReturnsWithTheDateOfTheFirstDayAtWorkReturnedWhenHrSaidSo() {
    assertThat(
            history(said(3, Status.ON_LEAVE, 5, "Sales"), said(9, Status.ACTIVE, 1, "Sales"))
                .leaves())
        .containsExactly(new Leave(day(5), day(9)));
  }

  @Test
  void aLeaveThatWasCalledOffBeforeItBeganNeverWas() {
    assertThat(
            history(said(3, Status.ON_LEAVE, 8, "Sales"), said(5, Status.ACTIVE, 1, "Sales"))
                .leaves())
        .isEmpty();
  }

  @Test
  void statementsOfOneLeaveAreOneLeaveInWhateverOrderTheyCome() {
    assertThat(
            history(
                    said(12, Status.ACTIVE, 12, "Sales"),
                    said(4, Status.ON_LEAVE, 3, "Sales"),
                    said(3, Status.ON_LEAVE, 5, "Sales"))
                .leaves())
        .containsExactly(new Leave(day(3), day(12)));
  }

  @Test
  void theNewestMoveIsFromTheLastDepartmentThatWasNamed() {
    // given
    HolderHistory history =
        history(
            said(2, Status.ACTIVE, 1, null),
            said(3, Status.ACTIVE, 1, "Sales"),
            said(5, Status.ACTIVE, 1, "Finance"),
            said(6, Status.ACTIVE, 1, null),
            said(8, Status.ACTIVE, 1, "Legal"),
            said(9, Status.ACTIVE, 1, "LEGAL"));
    // then
    assertThat(history.moves().last()).hasValue(new Place.Move("Finance", "Legal", day(8)));
    assertThat(history.moves().knownSince()).hasValue(day(3));
  }

  @Test
  void whoWasAlwaysInOneDepartmentNeverMoved() {
    assertThat(history(said(3, Status.ACTIVE, 1, "Sales")).moves().last()).isEmpty();
    assertThat(history().moves().knownSince()).isEmpty();
  }

  private static HolderHistory history(Statement... statements) {
    return new HolderHistory(List.of(statements));
  }

  private static Statement said(int asOf, Status status, int since, String department) {
    return new Statement(day(asOf), status, day(since), Optional.ofNullable(department));
  }

  private static Instant day(int ofMay) {
    return Instant.parse("2026-05-%02dT00:00:00Z".formatted(ofMay));
  }
}
