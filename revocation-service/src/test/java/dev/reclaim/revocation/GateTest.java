package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.revocation.CallLimits.Window;
import dev.reclaim.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A vendor behind its gate: limits, wishes to be left alone, and silence. */
class GateTest {

  private static final Place PLACE = new Place(Given.GROUP, "ada@example.com");
  private static final SeatRef SEAT = Given.requested(Order.SEAT_ONLY).task().seat();
  private static final int AT_ONCE = 4;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

  private final TestClock clock = new TestClock(Given.NOW);
  private final Talking vendor = new Talking();
  private final List<Instant> recovered = new ArrayList<>();
  private Instant restsUntil = Instant.MIN;
  private Runnable whileWaiting = () -> {};
  private final Gate gate =
      new Gate(
          new CallLimits(List.of(new Window(2, Duration.ofSeconds(1))), List.of(), AT_ONCE),
          this::wish,
          new Gate.Pacing(
              clock,
              new Breaker.Patience(3, Duration.ofSeconds(5), Duration.ofSeconds(20)),
              this::sleep,
              () -> recovered.add(clock.instant())));
  private final Vendor gated = new GatedVendor(vendor, gate);

  /** What is left of it. */
  private Duration wish() {
    return restsUntil.isAfter(clock.instant())
        ? Duration.between(clock.instant(), restsUntil)
        : Duration.ZERO;
  }

  @Test
  void everyChangeAfterATooManyRequestsWaitsAtLeastAsLongAsAsked() {
    // given
    vendor.answers.add(TryLater.refused(RETRY_AFTER, "too many requests"));

    // when
    take();
    take();

    // then
    assertThat(Duration.between(vendor.calledAt.get(0), vendor.calledAt.get(1)))
        .isGreaterThanOrEqualTo(RETRY_AFTER);
  }

  @Test
  void slowsDownWhenTheHeadersSaySoBeforeACallIsRefused() {
    // given
    take();
    restsUntil = clock.instant().plusSeconds(2);

    // when
    take();

    // then
    assertThat(Duration.between(vendor.calledAt.get(0), vendor.calledAt.get(1))).hasSeconds(2);
  }

  @Test
  void neverCallsMoreOftenThanTheWindowAllows() {
    for (int i = 0; i < 6; i++) {
      take();
    }
    for (int i = 2; i < 6; i++) {
      assertThat(Duration.between(vendor.calledAt.get(i - 2), vendor.calledAt.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void doesNotLetAChangeWaitForLong() {
    // given
    gate.rest(Duration.ofMinutes(1));

    // when
    RevocationOutcome outcome = take();

    // then
    assertThat(outcome)
        .isEqualTo(TryLater.refused(Duration.ofMinutes(1), "it may not be called so often"));
    assertThat(vendor.calledAt).isEmpty();
    assertThat(gate.worthWhile()).isZero();
  }

  @Test
  void callsASilentSystemNoMoreThanNowAndThen() {
    // given
    vendor.silent = true;
    Instant end = clock.instant().plus(Duration.ofMinutes(10));

    // when
    int wanted = 0;
    for (; clock.instant().isBefore(end); wanted++) {
      look();
      clock.advance(Duration.ofMillis(100));
    }

    // then
    assertThat(wanted).isGreaterThan(5_000);
    assertThat(vendor.calledAt).hasSizeLessThanOrEqualTo(3 + 32);
    assertThat(recovered).isEmpty();
  }

  @Test
  void isBackWithinHalfAMinuteAfterTheSystem() {
    // given
    vendor.silent = true;
    Instant end = clock.instant().plus(Duration.ofMinutes(10));
    for (; clock.instant().isBefore(end); clock.advance(Duration.ofMillis(100))) {
      look();
    }

    // when
    vendor.silent = false;
    for (; recovered.isEmpty(); clock.advance(Duration.ofMillis(100))) {
      look();
    }

    // then
    assertThat(recovered.getFirst()).isBefore(end.plusSeconds(30));
    assertThat(look()).isInstanceOf(Look.There.class);
  }

  @Test
  void letsOnlyOneTryWhetherTheSystemIsBack() {
    // given
    vendor.silent = true;
    for (int i = 0; i < 3; i++) {
      look();
    }

    // then
    assertThat(gate.worthWhile()).isZero();
    clock.advance(Duration.ofSeconds(5));
    assertThat(gate.worthWhile()).isEqualTo(1);
  }

  @Test
  void letsNoMoreCallsBeUnderWayThanAllowed() throws InterruptedException {
    // given
    for (int i = 0; i < AT_ONCE; i++) {
      assertThat(gate.enter(Gate.Kind.LOOK)).isInstanceOf(Gate.Pass.Go.class);
    }
    AtomicBoolean left = new AtomicBoolean();
    AtomicReference<Boolean> afterSomebodyLeft = new AtomicReference<>();

    // when
    Thread fifth =
        Thread.startVirtualThread(
            () -> {
              if (gate.enter(Gate.Kind.LOOK) instanceof Gate.Pass.Go) {
                afterSomebodyLeft.set(left.get());
              }
            });
    while (fifth.getState() == Thread.State.NEW || fifth.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    left.set(true);
    gate.leave(Gate.Kind.LOOK, Gate.Manner.ANSWERED);
    fifth.join();

    // then
    assertThat(afterSomebodyLeft).hasValue(true);
  }

  @Test
  void leavesRoomForLooksWhileChangesWaitForTheirTurn() {
    // given
    take();
    take();

    // when
    whileWaiting = () -> assertThat(look()).isInstanceOf(Look.There.class);
    take();

    // then
    assertThat(vendor.calledAt).hasSize(4);
    assertThat(vendor.calledAt.get(2)).isBefore(vendor.calledAt.get(3));
  }

  @Test
  void takesTooManyRequestsForAnAnswerAndNotForSilence() {
    // given
    for (int i = 0; i < 10; i++) {
      vendor.answers.add(TryLater.refused(Duration.ofSeconds(1), "too many requests"));
    }

    // when
    for (int i = 0; i < 10; i++) {
      take();
    }

    // then
    assertThat(gate.breakerState()).isEqualTo(Breaker.State.CLOSED);
    assertThat(vendor.calledAt).hasSize(10);
  }

  private void sleep(Duration length) {
    whileWaiting.run();
    clock.advance(length);
  }

  private RevocationOutcome take() {
    return gated.take(Step.FREE_SEAT, SEAT, PLACE);
  }

  private Look look() {
    return gated.look(Step.FREE_SEAT, SEAT, PLACE);
  }

  /** Answers what it is told to, and remembers when it was called. */
  private final class Talking implements Vendor {

    private final Deque<RevocationOutcome> answers = new ArrayDeque<>();
    private final List<Instant> calledAt = new ArrayList<>();
    private boolean silent;

    @Override
    public Whereabouts find(List<String> names) {
      return new Whereabouts.Known(names.getFirst());
    }

    @Override
    public Look look(Step step, SeatRef seat, Place place) {
      calledAt.add(clock.instant());
      return silent ? new Look.Unreadable("no answer") : new Look.There(Optional.empty());
    }

    @Override
    public Look lookAgain(Step step, SavedState earlier, Place place) {
      return look(step, SEAT, place);
    }

    @Override
    public CaptureOutcome save(Step step, SeatRef seat, Place place) {
      return new CaptureOutcome.Failed("nothing", "nothing");
    }

    @Override
    public RevocationOutcome take(Step step, SeatRef seat, Place place) {
      calledAt.add(clock.instant());
      return Optional.ofNullable(answers.poll()).orElseGet(RevocationOutcome.Revoked::new);
    }

    @Override
    public RestoreOutcome putBack(SavedState earlier) {
      return new RestoreOutcome.Restored("as it was");
    }
  }
}
