package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent.AccessRemoved;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationEvent.SeatFreed;
import dev.reclaim.events.RevocationEvent.SeatRestored;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.revocation.MakeBelieveVendor.Mood;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A crash at every point there is, and a vendor in every mood: nothing is repeated blindly. */
class SurvivesCrashesTest {

  private static final int RUNS = 10_000;
  private static final List<Step> LEAVE_A_TRACE = List.of(Step.DISABLE_ACCOUNT, Step.FREE_SEAT);
  private static final List<Mood> HONEST_MOODS =
      List.of(
          Mood.HONEST,
          Mood.REFUSES_FOR_NOW,
          Mood.APPLIES_AND_DROPS_THE_ANSWER,
          Mood.APPLIES_LATER,
          Mood.APPLIES_AND_BREAKS);

  @Test
  void endsTheSameWhereverItCrashesOnTheWayDownAndBack() {
    // given
    Story calm = new Story(Order.ACCESS_FIRST, true, Crashes.never(), new Random(1));
    calm.take();
    calm.putBack();
    int points = calm.crashes.passed();
    assertThat(points).isGreaterThan(40);

    for (int point = 0; point < points; point++) {
      // when
      Story story = new Story(Order.ACCESS_FIRST, true, Crashes.at(point), new Random(point));
      story.take();

      // then
      assertTaken(story, "crash at point " + point);
      assertThat(story.helpedByPeople).as("crash at point %d", point).isZero();

      // when
      story.putBack();

      // then
      assertPutBack(story, "crash at point " + point);
      assertThat(story.helpedByPeople).as("crash at point %d", point).isZero();
    }
  }

  @Test
  void endsTheSameInEveryMoodWithSeveralCrashes() {
    for (int seed = 0; seed < RUNS; seed++) {
      // given
      Random random = new Random(seed);
      Crashes crashes = new Crashes(_ -> random.nextInt(25) == 0);
      Story story = new Story(Order.ACCESS_FIRST, true, crashes, random);
      upset(story.vendor, random);

      // when
      story.take();

      // then
      assertTaken(story, "seed " + seed);

      // given
      upset(story.vendor, random);

      // when
      story.putBack();

      // then
      assertPutBack(story, "seed " + seed);
    }
  }

  @Test
  void callsNothingOnceTheRightToGoOnIsLost() {
    // given
    Story story = new Story(Order.SEAT_ONLY, true, Crashes.never(), new Random(1));
    story.ledger.givesRightBackOnce = true;

    // when
    story.goOn();

    // then
    assertThat(story.ledger.marks.stream().filter(Mark.Intended.class::isInstance)).hasSize(2);
    assertThat(story.vendor.timesTaken(Step.FREE_SEAT)).isEqualTo(1);
    assertThat(story.vendor.blindRepeats).isEmpty();
    assertThat(story.ledger.state).isInstanceOf(Verified.class);
  }

  @Test
  void leavesAnAccountDisabledThatWasDisabledBefore() {
    for (int seed = 0; seed < 300; seed++) {
      // given
      Random random = new Random(seed);
      Crashes crashes = new Crashes(_ -> random.nextInt(25) == 0);
      Story story = new Story(Order.ACCESS_FIRST, false, crashes, random);

      // when
      story.take();
      story.putBack();

      // then
      assertThat(story.ledger.state).isInstanceOf(Restored.class);
      assertThat(story.vendor.has(Step.DISABLE_ACCOUNT)).as("enabled").isFalse();
      assertThat(story.vendor.has(Step.FREE_SEAT)).as("member").isTrue();
    }
  }

  /**
   * Some changes go wrong, some looks fail, and once the vendor lies: about a change or in a look.
   * (Who lies twice, the same way each time, cannot be caught.)
   */
  private static void upset(MakeBelieveVendor vendor, Random random) {
    vendor.moods.clear();
    vendor.lookLies.clear();
    vendor.lookFails.clear();
    for (int i = 0; i < 4; i++) {
      vendor.moods.add(HONEST_MOODS.get(random.nextInt(HONEST_MOODS.size())));
      vendor.lookFails.add(random.nextInt(4) == 0);
    }
    if (random.nextBoolean()) {
      vendor.moods.addFirst(Mood.SAYS_DONE_AND_DOES_NOTHING);
    } else {
      int honest = random.nextInt(12);
      for (int i = 0; i < honest; i++) {
        vendor.lookLies.add(false);
      }
      vendor.lookLies.add(true);
    }
  }

  private static void assertTaken(Story story, String when) {
    assertThat(story.vendor.blindRepeats).as(when).isEmpty();
    assertThat(story.ledger.state).as(when).isInstanceOf(Verified.class);
    assertThat(story.vendor.sessionsEnded)
        .as("sessions ended, %s", when)
        .isBetween(1, 2 * (1 + story.helpedByPeople));
    for (Step step : LEAVE_A_TRACE) {
      assertThat(story.vendor.has(step)).as("%s there, %s", step, when).isFalse();
      assertThat(story.vendor.timesTaken(step)).as("%s taken, %s", step, when).isEqualTo(1);
    }
    assertThat(said(story, AccessRemoved.class)).as(when).isNotEmpty();
    assertThat(said(story, SeatFreed.class)).as(when).isNotEmpty();
    assertThat(said(story, RevocationVerified.class)).as(when).hasSize(1);
    List<OperationId> operations =
        story.ledger.marks.stream()
            .filter(Mark.Intended.class::isInstance)
            .map(mark -> ((Mark.Intended) mark).operation())
            .toList();
    assertThat(operations).as("each call has a name of its own, %s", when).doesNotHaveDuplicates();
  }

  private static void assertPutBack(Story story, String when) {
    assertThat(story.vendor.blindRepeats).as(when).isEmpty();
    assertThat(story.ledger.state).as(when).isInstanceOf(Restored.class);
    for (Step step : LEAVE_A_TRACE) {
      assertThat(story.vendor.has(step)).as("%s there, %s", step, when).isTrue();
      assertThat(story.vendor.timesPutBack(step)).as("%s put back, %s", step, when).isEqualTo(1);
    }
    assertThat(said(story, SeatRestored.class)).as(when).hasSize(1);
  }

  private static <E> List<E> said(Story story, Class<E> kind) {
    return story.ledger.said.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
