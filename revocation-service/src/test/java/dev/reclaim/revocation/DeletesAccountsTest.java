package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.Connector;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationEvent.SeatFreed;
import dev.reclaim.sandbox.vendor.Box;
import dev.reclaim.sandbox.vendor.Dropbox;
import dev.reclaim.sandbox.vendor.Fault;
import dev.reclaim.sandbox.vendor.GoogleWorkspace;
import dev.reclaim.sandbox.vendor.PlayedVendor;
import dev.reclaim.sandbox.vendor.ServiceNow;
import dev.reclaim.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where an account goes with its seat, no label finds it any more; its own id proves that. */
class DeletesAccountsTest {

  private static final Optional<SeatAction> DELETE = Optional.of(SeatAction.DELETE);
  private static final String DELETED = "deleted";

  private final TestClock clock = new TestClock(Given.NOW);

  private static Stream<PlayedStage> stages() {
    return Stream.of(google(), on(new Box()), on(new ServiceNow()));
  }

  private static PlayedStage on(PlayedVendor vendor) {
    return new PlayedStage(vendor, List.of("api", "oauth"));
  }

  private static PlayedStage google() {
    return new PlayedStage(
        new GoogleWorkspace(), List.of("directory", "licensing", "transfer", "reports", "oauth"));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void closesWhatALookByTheIdProves(PlayedStage stage) {
    try (stage) {
      // when
      MemoryLedger ledger = take(stage, Order.SEAT_ONLY, DELETE);

      // then
      assertThat(ledger.state).isInstanceOf(Verified.class);
      assertThat(proofOf(ledger)).containsIgnoringCase("no ").contains("id ");
      assertThat(stage.effects()).containsOnlyOnce(DELETED);
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void findsTheEffectOfACallWhoseAnswerIsLost(PlayedStage stage) {
    try (stage) {
      // given
      int before = changesBeforeDeletion(stage.vendor);
      stage.goWrong(new Fault(Fault.Kind.DROP_ANSWER, before, 1, Duration.ZERO));

      // when
      MemoryLedger ledger = take(stage, Order.SEAT_ONLY, DELETE);

      // then
      assertThat(ledger.state).isInstanceOf(Verified.class);
      assertThat(stage.effects()).containsOnlyOnce(DELETED);
      assertThat(
              ledger.said.stream().filter(SeatFreed.class::isInstance).map(SeatFreed.class::cast))
          .singleElement()
          .satisfies(freed -> assertThat(freed.why()).startsWith("found done by a look"));
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void doesNotCloseWhatTheSystemOnlySaysItHasDeleted(PlayedStage stage) {
    try (stage) {
      // given
      int before = changesBeforeDeletion(stage.vendor);
      stage.goWrong(new Fault(Fault.Kind.LIE, before, 1, Duration.ZERO));

      // when
      MemoryLedger ledger = take(stage, Order.SEAT_ONLY, DELETE);

      // then
      assertThat(ledger.state).isInstanceOf(Failed.class);
      assertThat(ledger.said).noneMatch(RevocationVerified.class::isInstance);
      assertThat(stage.effects()).doesNotContain(DELETED);
    }
  }

  @Test
  void provesThatNobodyCanSignInToAnAccountThatIsDeleted() {
    try (PlayedStage stage = google()) {
      // when
      MemoryLedger ledger = take(stage, Order.ACCESS_FIRST, DELETE);

      // then
      assertThat(ledger.state).isInstanceOf(Verified.class);
      assertThat(Outcomes.of(ledger.state))
          .isEqualTo(new Outcomes(Outcomes.Outcome.PROVED, Outcomes.Outcome.PROVED));
      assertThat(stage.effects()).containsOnlyOnce(DELETED);
    }
  }

  @Test
  void takesTheMildestWayForTheOneThatWasMeantWhereNoneIsNamed() {
    try (PlayedStage stage = on(new Dropbox())) {
      // when
      MemoryLedger ledger = take(stage, Order.ACCESS_FIRST, Optional.empty());

      // then
      assertThat(ledger.state).isInstanceOf(Verified.class);
      assertThat(stage.effects()).containsExactly("suspended", "removed");
    }
  }

  private MemoryLedger take(PlayedStage stage, Order order, Optional<SeatAction> way) {
    MemoryLedger ledger =
        new MemoryLedger(
            clock,
            Crashes.never(),
            new Facts(
                Optional.empty(),
                Given.NOTHING_SPECIAL,
                Optional.of(
                    new KnownApplication(
                        Given.APPLICATION,
                        "Diagrams",
                        Optional.of(stage.source(way)),
                        Map.of(),
                        30)),
                Given.OPEN),
            Requested.by(
                Given.approval(order, Optional.empty(), stage.vendor.scenes().personWithSeat()),
                clock.instant()));
    goOn(ledger, stage.connector());
    return ledger;
  }

  private void goOn(MemoryLedger ledger, Connector connector) {
    Retries retries = new Retries(Schedule.DEFAULT, new Random(1));
    CarriesOut worker =
        new CarriesOut(
            ledger,
            _ -> new ConnectedVendor(connector),
            Given.taking(
                retries,
                new PlansSteps(
                    _ -> Optional.of(OfferedByConnectors.of(connector)), Optional.empty())),
            new DecidesRestoring(retries),
            clock);
    while (ledger.due.isPresent()) {
      if (ledger.due.get().isAfter(clock.instant())) {
        clock.set(ledger.due.get());
      }
      worker.carryOn(ledger.claim());
    }
  }

  /** Says so where the account is looked for by its id. */
  private static String proofOf(MemoryLedger ledger) {
    return ledger.said.stream()
        .filter(RevocationVerified.class::isInstance)
        .map(event -> ((RevocationVerified) event).why())
        .findFirst()
        .orElseThrow();
  }

  /** Box moves the files first; Google suspends the account and has them moved. */
  private static int changesBeforeDeletion(PlayedVendor vendor) {
    return vendor instanceof GoogleWorkspace ? 2 : vendor instanceof Box ? 1 : 0;
  }
}
