package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.Actor;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecidesRestoringTest {

  private static final Look GONE = new Look.Gone("not in the group");
  private static final Look THERE = new Look.There(Optional.empty());

  private final DecidesRestoring decides =
      new DecidesRestoring(new Retries(Schedule.DEFAULT, new Random(1)));

  @Test
  void saysWhenTheSeatIsNoLongerAvailable() {
    // when
    Next<? extends Revocation> next =
        decides.answered(
            puttingBack(), new RestoreOutcome.NoLongerPossible("all seats are taken"), Given.NOW);

    // then
    assertThat(((RestoreFailed) next.state()).why())
        .isEqualTo("it is no longer available: all seats are taken");
    assertThat(((RestoreFailed) next.state()).whatToDo()).isNotBlank();
    assertThat(next.events()).hasExactlyElementsOfTypes(RevocationEvent.RestoreFailed.class);
  }

  @Test
  void believesOnlyALookThatItIsBack() {
    // given
    CheckingRestore checking =
        new CheckingRestore(
            verified().task(), verified().course(), restoring().undo().without(Step.FREE_SEAT));

    // when
    Next<? extends Revocation> there = check(checking, THERE);
    Next<? extends Revocation> gone = check(checking, GONE);

    // then
    assertThat(there.state()).isInstanceOf(Restored.class);
    assertThat(gone.state()).isInstanceOf(CheckingRestore.class);
    for (int looks = 1; looks < Schedule.DEFAULT.looks(); looks++) {
      gone = check((CheckingRestore) gone.state(), GONE);
    }
    assertThat(gone.state()).isInstanceOf(RestoreFailed.class);
  }

  @Test
  void repeatsNothingWhileTheEffectMayStillArrive() {
    // given
    PuttingBack flight = puttingBack();
    Duration settle = Schedule.DEFAULT.settle();

    // then
    assertThat(decides.readBack(flight, GONE, Given.NOW.plus(settle).minusMillis(1)).state())
        .isInstanceOf(PuttingBack.class);
    assertThat(decides.readBack(flight, GONE, Given.NOW.plus(settle)).state())
        .isInstanceOf(Restoring.class);
    assertThat(decides.readBack(flight, THERE, Given.NOW).state()).isInstanceOf(Restoring.class);
  }

  private Next<? extends Revocation> check(CheckingRestore checking, Look look) {
    return decides.check(checking, new Looks(Map.of(Step.FREE_SEAT, look)), Given.NOW);
  }

  private PuttingBack puttingBack() {
    return (PuttingBack) decides.afterLook(restoring(), Step.FREE_SEAT, GONE, Given.NOW).state();
  }

  private static Restoring restoring() {
    return verified().restore(Actor.operator("anna"), "needed after all", Given.NOW).state();
  }

  private static Verified verified() {
    return new Verified(
        Given.requested(Order.SEAT_ONLY).task(),
        Course.START.keep(
            Step.FREE_SEAT,
            new Kept(
                new SavedState("make-believe", Set.of(Step.FREE_SEAT), Map.of()),
                new Place(Given.GROUP, "ada@example.com"),
                Given.NOW)),
        Given.NOW.plus(Duration.ofDays(30)));
  }
}
