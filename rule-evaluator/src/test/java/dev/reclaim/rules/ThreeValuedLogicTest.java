package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.days;
import static dev.reclaim.rules.ASeat.seat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.rules.Judgement.DoesNotHold;
import dev.reclaim.rules.Judgement.Holds;
import dev.reclaim.rules.Judgement.NotEnoughData;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ThreeValuedLogicTest {

  private static final int CASES = 20_000;
  private static final Judgement YES = Judgement.holds("yes", "It is so.");
  private static final Judgement NO = Judgement.doesNotHold("no", "It is not so.");
  private static final Judgement UNKNOWN = Judgement.notEnoughData("unknown", "Nobody knows.");

  @Test
  void oneNoDecidesAllWhateverIsUnknown() {
    assertThat(Judgement.all(List.of(YES, UNKNOWN, NO))).isInstanceOf(DoesNotHold.class);
    assertThat(Judgement.all(List.of(YES, UNKNOWN))).isInstanceOf(NotEnoughData.class);
    assertThat(Judgement.all(List.of(YES, YES))).isInstanceOf(Holds.class);
  }

  @Test
  void oneYesDecidesAnyWhateverIsUnknown() {
    assertThat(Judgement.any(List.of(NO, UNKNOWN, YES))).isInstanceOf(Holds.class);
    assertThat(Judgement.any(List.of(NO, UNKNOWN))).isInstanceOf(NotEnoughData.class);
    assertThat(Judgement.any(List.of(NO, NO))).isInstanceOf(DoesNotHold.class);
  }

  @Test
  void notLeavesTheUnknownUnknownAndTwiceIsNothing() {
    assertThat(UNKNOWN.opposite()).isInstanceOf(NotEnoughData.class);
    assertThat(YES.opposite().opposite()).isEqualTo(YES);
    assertThat(NO.opposite().opposite()).isEqualTo(NO);
  }

  @Test
  void aSeatOfWhichNothingIsKnownIsNoCandidateUnderAnyCondition() {
    for (int i = 0; i < CASES; i++) {
      // given
      Condition condition = new RandomSeats(i).condition(3);
      boolean aboutAge = condition.parts().anyMatch(SeatOlderThan.class::isInstance);
      // when
      Judgement judgement = condition.judge(seat().firstSeen(days(1)).facts());
      // then
      if (!aboutAge) {
        assertThat(judgement).as("seed %d: %s", i, condition).isNotInstanceOf(Holds.class);
      }
    }
  }

  /** Of use that is not seen yet nobody can know, so only the other pieces are learnt here. */
  @Test
  void learningMoreNeverOverturnsAVerdictThatWasReachedWithLess() {
    int decidedByLearning = 0;
    for (int i = 0; i < CASES; i++) {
      // given
      RandomSeats random = new RandomSeats(i);
      Condition condition = random.condition(3);
      List<Consumer<ASeat>> pieces = random.pieces();
      // when
      Judgement before = condition.judge(new RandomSeats(~i).bare().facts());
      ASeat learnt = new RandomSeats(~i).bare();
      pieces.forEach(piece -> piece.accept(learnt));
      Judgement after = condition.judge(learnt.facts());
      // then
      if (before instanceof NotEnoughData) {
        decidedByLearning += after instanceof NotEnoughData ? 0 : 1;
      } else {
        assertThat(after).as("seed %d: %s", i, condition).hasSameClassAs(before);
      }
    }
    assertThat(decidedByLearning).as("cases in which learning decided").isGreaterThan(100);
  }
}
