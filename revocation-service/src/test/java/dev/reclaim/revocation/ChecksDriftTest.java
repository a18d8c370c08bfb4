package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent.Drift;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import dev.reclaim.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksDriftTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Place PLACE = new Place(Given.GROUP, "ada@example.com");

  private final TestClock clock = new TestClock(Given.NOW);
  private final MakeBelieveVendor vendor = new MakeBelieveVendor(clock, false, false);
  private final MemoryDrifts drifts = new MemoryDrifts();
  private final ChecksDrift checks =
      new ChecksDrift(drifts, _ -> new ConnectedVendor(vendor), HOUR, clock);

  @Test
  void findsASeatThatLagsBehindAccessAndSaysWhatStandsInTheWay() {
    // given
    Failed failed =
        new Failed(
            Given.requested(Order.ACCESS_FIRST).task(),
            taken(Step.DISABLE_ACCOUNT),
            Optional.of(Step.FREE_SEAT),
            "inherited from the group Everybody",
            "Ask IT.");
    drifts.lagging.add(failed);

    // when
    checks.check(10);
    checks.check(10);

    // then
    assertThat(drifts.found).hasSize(1);
    assertThat(drifts.found.getFirst().drift()).isEqualTo(Drift.SEAT_LAGS);
    assertThat(drifts.found.getFirst().why()).contains("inherited from the group Everybody");

    // when
    drifts.lagging.clear();
    drifts.one = Optional.of(failed);
    checks.check(10);

    // then
    assertThat(drifts.ended).containsExactly(Drift.SEAT_LAGS);
  }

  @Test
  void findsAccessThatIsBackAndNothingWhereAllIsAsItWasLeft() {
    // given
    drifts.due.add(verified());

    // when
    checks.check(10);

    // then
    assertThat(drifts.found).isEmpty();

    // given
    vendor.giveBack(Step.DISABLE_ACCOUNT);

    // when
    checks.check(10);

    // then
    assertThat(drifts.found)
        .extracting(Drifts.Found::drift)
        .containsExactly(Drift.ACCESS_CAME_BACK);
  }

  @Test
  void concludesNothingFromALookThatShowsNothing() {
    // given
    drifts.due.add(verified());
    vendor.giveBack(Step.DISABLE_ACCOUNT);
    checks.check(10);
    vendor.lookFails.addAll(List.of(true, true, true, true));

    // when
    checks.check(10);

    // then
    assertThat(drifts.ended).isEmpty();
  }

  private static Verified verified() {
    return new Verified(
        Given.requested(Order.ACCESS_FIRST).task(),
        taken(Step.DISABLE_ACCOUNT, Step.FREE_SEAT),
        Given.NOW.plus(Duration.ofDays(30)));
  }

  private static Course taken(Step... steps) {
    Task task = Given.requested(Order.ACCESS_FIRST).task();
    Course course =
        Course.START.follow(
            new Plan(
                List.of(
                    PlannedStep.byCall(Step.DISABLE_ACCOUNT, Given.GROUP),
                    PlannedStep.byCall(Step.FREE_SEAT, Given.GROUP)),
                List.of()));
    for (Step step : steps) {
      course =
          course.take(
              new Taken(
                  step,
                  OperationId.of(task.id(), step.name(), 1),
                  Optional.of(PLACE),
                  Given.NOW,
                  "done"));
    }
    return course;
  }

  /** As the tables would keep it. */
  private static final class MemoryDrifts implements Drifts {

    private final List<Revocation> lagging = new ArrayList<>();
    private final List<Verified> due = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Drift> ended = new ArrayList<>();
    private Optional<Revocation> one = Optional.empty();

    @Override
    public List<Verified> dueToLook(int most, Instant now) {
      return due;
    }

    @Override
    public List<Revocation> lagging(Duration since, Instant now) {
      assertThat(since).isEqualTo(HOUR);
      return lagging;
    }

    @Override
    public List<Found> standing(RevocationId revocation) {
      return standing(List.of(Drift.values()));
    }

    @Override
    public List<Found> standing(List<Drift> kinds) {
      return found.stream()
          .filter(f -> kinds.contains(f.drift()) && !ended.contains(f.drift()))
          .toList();
    }

    @Override
    public void begin(Revocation of, Found begun) {
      found.add(begun);
    }

    @Override
    public void end(Revocation of, Drift drift, String why, Instant at) {
      ended.add(drift);
    }

    @Override
    public Optional<Revocation> revocation(RevocationId id) {
      return one;
    }
  }
}
