package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.vendor.Box;
import dev.reclaim.sandbox.vendor.Dropbox;
import dev.reclaim.sandbox.vendor.Effects;
import dev.reclaim.sandbox.vendor.Fault;
import dev.reclaim.sandbox.vendor.PlayedVendor;
import dev.reclaim.sandbox.vendor.Reply;
import dev.reclaim.sandbox.vendor.Request;
import dev.reclaim.sandbox.vendor.Scenes;
import dev.reclaim.sandbox.vendor.ServiceNow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A vendor of the catalog answers "too many requests, come back in a second", to a look or to a
 * change: whatever is called next, for whomever, waits that long, and not much longer.
 */
class WaitsAfterTooManyRequestsTest {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration NOT_MUCH_LONGER = Duration.ofSeconds(4);

  private static Stream<Timed> vendors() {
    return Stream.of(new Dropbox(), new ServiceNow(), new Box()).map(Timed::new);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void afterALook(Timed vendor) {
    try (PlayedStage stage = new PlayedStage(vendor, List.of("api", "oauth"))) {
      // given
      Vendor gated = stage.gated();
      assertThat(look(gated, stage)).isInstanceOf(Look.There.class);
      stage.goWrong(Fault.once(Fault.Kind.THROTTLE_READS));

      // when
      assertThat(look(gated, stage)).isInstanceOf(Look.Unreadable.class);
      assertThat(look(gated, stage)).isInstanceOf(Look.There.class);

      // then
      assertThat(vendor.silence()).isBetween(RETRY_AFTER, NOT_MUCH_LONGER);
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void afterAChange(Timed vendor) {
    try (PlayedStage stage = new PlayedStage(vendor, List.of("api", "oauth"))) {
      // given
      Vendor gated = stage.gated();
      SeatRef seat = seat(stage);
      assertThat(look(gated, stage)).isInstanceOf(Look.There.class);
      stage.goWrong(Fault.once(Fault.Kind.THROTTLE));

      // when
      assertThat(gated.take(Step.FREE_SEAT, seat, place(stage, seat)))
          .isInstanceOf(RevocationOutcome.TryLater.class);
      assertThat(look(gated, stage)).isInstanceOf(Look.There.class);

      // then
      assertThat(vendor.silence()).isBetween(RETRY_AFTER, NOT_MUCH_LONGER);
    }
  }

  /** At the seat of somebody whom nothing was done to yet. */
  private static Look look(Vendor gated, PlayedStage stage) {
    SeatRef seat = seat(stage);
    return gated.look(Step.FREE_SEAT, seat, place(stage, seat));
  }

  private static SeatRef seat(PlayedStage stage) {
    return Given.approval(Order.SEAT_ONLY, Optional.empty(), stage.vendor.scenes().personWithSeat())
        .seat();
  }

  private static Place place(PlayedStage stage, SeatRef seat) {
    return new Place(stage.source(Optional.empty()), seat.account());
  }

  /** A vendor that remembers when it refused, and when it was called next. */
  private static final class Timed implements PlayedVendor {

    private final PlayedVendor vendor;
    private final Deque<Instant> refused = new ArrayDeque<>();
    private final Deque<Instant> answeredAfter = new ArrayDeque<>();

    private Timed(PlayedVendor vendor) {
      this.vendor = vendor;
    }

    private Duration silence() {
      return Duration.between(refused.getFirst(), answeredAfter.getFirst());
    }

    @Override
    public String name() {
      return vendor.name();
    }

    @Override
    public List<Map<String, String>> settings() {
      return vendor.settings();
    }

    @Override
    public Map<String, String> reader() {
      return vendor.reader();
    }

    @Override
    public synchronized Reply answer(Request request) {
      if (!refused.isEmpty()) {
        answeredAfter.add(Instant.now());
      }
      return vendor.answer(request);
    }

    @Override
    public synchronized Reply throttled() {
      refused.add(Instant.now());
      return vendor.throttled();
    }

    @Override
    public Reply success(Request request) {
      return vendor.success(request);
    }

    @Override
    public boolean isChange(Request request) {
      return vendor.isChange(request);
    }

    @Override
    public Scenes scenes() {
      return vendor.scenes();
    }

    @Override
    public Effects effects() {
      return vendor.effects();
    }

    @Override
    public String toString() {
      return vendor.name();
    }
  }
}
