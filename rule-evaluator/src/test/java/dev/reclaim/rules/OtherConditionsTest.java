package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.days;
import static dev.reclaim.rules.ASeat.seat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Holder;
import dev.reclaim.rules.Judgement.DoesNotHold;
import dev.reclaim.rules.Judgement.Holds;
import dev.reclaim.rules.Judgement.NotEnoughData;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OtherConditionsTest {

  private static final Condition PRESENT = new PresentElsewhere(Window.ofDays(30));
  private static final Condition LEFT = new HolderLeft();
  private static final Condition OLD = new SeatOlderThan(Window.ofDays(60));

  @Test
  void presentElsewhereHoldsUpToTheEdgeOfItsWindow() {
    ASeat watched = seat().coveredElsewhere(days(40), days(0));
    assertThat(PRESENT.judge(watched.presentElsewhere(days(30)).facts())).isInstanceOf(Holds.class);
    assertThat(PRESENT.judge(watched.presentElsewhere(days(30).plusSeconds(1)).facts()))
        .isInstanceOf(DoesNotHold.class);
  }

  @Test
  void presentElsewhereIsUnknownWhenNothingWasEverSeen() {
    assertThat(PRESENT.judge(seat().coveredElsewhere(days(40), days(0)).facts()))
        .isInstanceOf(NotEnoughData.class);
  }

  @Test
  void absenceIsNotProvenByASourceThatIsSilentOrYoung() {
    ASeat before = seat().presentElsewhere(days(31));
    assertThat(PRESENT.judge(before.facts())).isInstanceOf(NotEnoughData.class);
    assertThat(PRESENT.judge(before.coveredElsewhere(days(40), days(3)).facts()))
        .isInstanceOf(NotEnoughData.class);
    assertThat(PRESENT.judge(before.coveredElsewhere(days(29), days(0)).facts()))
        .isInstanceOf(NotEnoughData.class);
  }

  @Test
  void holderLeftHoldsFromTheMomentOnThatHrNamed() {
    assertThat(LEFT.judge(seat().holderIs(Holder.Status.LEFT, Duration.ZERO).facts()))
        .isInstanceOf(Holds.class);
    assertThat(LEFT.judge(seat().holderIs(Holder.Status.LEFT, Duration.ofSeconds(-1)).facts()))
        .isInstanceOf(DoesNotHold.class);
    assertThat(LEFT.judge(seat().holderIs(Holder.Status.ACTIVE, days(9)).facts()))
        .isInstanceOf(DoesNotHold.class);
  }

  @Test
  void holderLeftIsUnknownWhenHrNeverNamedTheHolder() {
    assertThat(LEFT.judge(seat().facts())).isInstanceOf(NotEnoughData.class);
    assertThat(new Condition.Not(LEFT).judge(seat().facts())).isInstanceOf(NotEnoughData.class);
  }

  @Test
  void seatOlderThanHoldsFromTheAgeOn() {
    assertThat(OLD.judge(seat().assigned(days(60)).facts())).isInstanceOf(Holds.class);
    assertThat(OLD.judge(seat().assigned(days(60).minusSeconds(1)).facts()))
        .isInstanceOf(DoesNotHold.class);
  }

  @Test
  void aSeatThatWasOnlyFirstSeenRecentlyIsNotProvenToBeNew() {
    // given
    SeatFacts facts = seat().firstSeen(days(1)).facts();
    // when
    Judgement isNew = new Condition.Not(OLD).judge(facts);
    // then
    assertThat(OLD.judge(facts)).isInstanceOf(DoesNotHold.class);
    assertThat(isNew).isInstanceOf(NotEnoughData.class);
    assertThat(new Condition.Not(OLD).judge(seat().assigned(days(1)).facts()))
        .isInstanceOf(Holds.class);
  }
}
