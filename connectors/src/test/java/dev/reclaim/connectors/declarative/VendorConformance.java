package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.KnowsLimits;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.LooksAgain;
import dev.reclaim.connectors.ReportsUsage;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.UsageReport;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.connectors.conformance.ChecksConnectionConformance;
import dev.reclaim.connectors.conformance.FindsAccountConformance;
import dev.reclaim.connectors.conformance.RevokesConformance;
import dev.reclaim.connectors.conformance.SurvivesLostAnswersConformance;
import dev.reclaim.connectors.conformance.VerifiesConformance;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.vendor.Effects;
import dev.reclaim.sandbox.vendor.Fault;
import dev.reclaim.sandbox.vendor.PlayedVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every connector of the catalog must do, against its vendor in the sandbox. */
abstract class VendorConformance
    implements FindsAccountConformance,
        RevokesConformance,
        VerifiesConformance,
        ChecksConnectionConformance,
        SurvivesLostAnswersConformance {

  private final VendorStage stage;

  VendorConformance(PlayedVendor vendor) {
    this.stage = new VendorStage(vendor);
  }

  @AfterEach
  void clearStage() {
    stage.close();
  }

  @Override
  public VendorStage stage() {
    return stage;
  }

  @Override
  public void loseNextAnswer() {
    lose(stage.vendor().scenes().changesToTake() - 1);
  }

  @Override
  public void beBusyOnce() {
    stage.played().faults().add(Fault.once(Fault.Kind.THROTTLE));
  }

  /** The same thing taken twice counts twice; different things of one seat count once. */
  @Override
  public long timesTaken(SeatRef seat) {
    return stage.vendor().effects().all().stream()
        .filter(effect -> effect.taken() && effect.account().equals(seat.account()))
        .collect(Collectors.groupingBy(Effects.Effect::kind, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private void lose(int after) {
    stage.played().faults().add(new Fault(Fault.Kind.DROP_ANSWER, after, 1, Duration.ZERO));
  }

  private RevocationOutcome revoke(SeatRef seat) {
    return stage.connector().as(Revokes.class).orElseThrow().revoke(seat, stage.source());
  }

  private SeatLook look(SeatRef seat) {
    return stage.connector().as(Verifies.class).orElseThrow().look(seat, stage.source());
  }

  private Duration rest() {
    return stage.connector().as(KnowsLimits.class).orElseThrow().rest();
  }

  @Test
  void goesOnWhereItWasInterrupted() {
    int changes = stage.vendor().scenes().changesToTake();
    for (int interrupted = 0; interrupted < changes; interrupted++) {
      // given
      SeatRef seat = stage.seatHeldDirectly();
      lose(interrupted);
      RevocationOutcome lost = revoke(seat);
      // when
      RevocationOutcome resumed = revoke(seat);
      // then
      assertThat(lost).isInstanceOf(TryLater.class);
      assertThat(resumed).isInstanceOfAny(Revoked.class, AlreadyGone.class);
      assertThat(stage.hasSeat(seat)).isFalse();
      assertThat(timesTaken(seat)).isEqualTo(1);
    }
  }

  @Test
  void waitsAtLeastAsLongAsTheVendorAsks() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    assertThat(rest()).isZero();
    stage.played().faults().add(Fault.once(Fault.Kind.THROTTLE_READS));
    // when
    RevocationOutcome outcome = revoke(seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TryLater.class,
            later -> {
              assertThat(later.after()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
              assertThat(rest()).isPositive().isLessThanOrEqualTo(later.after());
            });
    assertThat(stage.hasSeat(seat)).isTrue();
  }

  @Test
  void triesLaterWhenTheVendorIsBroken() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    stage.played().faults().add(Fault.once(Fault.Kind.BROKEN));
    // when
    RevocationOutcome outcome = revoke(seat);
    // then
    assertThat(outcome).isInstanceOf(TryLater.class);
    assertThat(stage.hasSeat(seat)).isTrue();
  }

  @Test
  void isNotDeceivedByALie() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    int last = stage.vendor().scenes().changesToTake() - 1;
    stage.played().faults().add(new Fault(Fault.Kind.LIE, last, 1, Duration.ZERO));
    // when
    revoke(seat);
    SeatLook look = look(seat);
    RevocationOutcome repeated = revoke(seat);
    // then
    assertThat(look).isInstanceOf(SeatLook.Present.class);
    assertThat(repeated).isEqualTo(new Revoked());
    assertThat(look(seat)).isInstanceOf(SeatLook.Absent.class);
  }

  @Test
  void looksAgainByTheSavedIdWhenTheAccountIsGone() {
    // given
    SeatRef seat = stage.seatHeldDirectly();
    CaptureOutcome saved =
        stage
            .connector()
            .as(Captures.class)
            .orElseThrow()
            .capture(seat, stage.source(), EnumSet.of(Step.FREE_SEAT));
    stage.delete(seat);
    // when
    SeatLook look =
        stage
            .connector()
            .as(LooksAgain.class)
            .orElseThrow()
            .lookAgain(((CaptureOutcome.Saved) saved).state(), stage.source());
    // then
    boolean proves = stage.file().abilities().account().fields().gone().isPresent();
    assertThat(look).isInstanceOf(proves ? SeatLook.Absent.class : SeatLook.CannotTell.class);
  }

  @Test
  void listsAllPages() {
    assumeThat(stage.connector().as(ListsSeats.class)).isPresent();
    // given
    int many = 7;
    for (int i = 0; i < many; i++) {
      stage.seatHeldDirectly();
    }
    // when
    SeatListing listing = stage.connector().as(ListsSeats.class).orElseThrow().list(stage.source());
    // then
    assertThat(listing)
        .isInstanceOfSatisfying(
            SeatListing.Complete.class,
            complete -> assertThat(complete.seats()).hasSizeGreaterThanOrEqualTo(many));
  }

  @Test
  void listsNothingRatherThanAPart() {
    assumeThat(stage.connector().as(ListsSeats.class)).isPresent();
    // given
    stage.seatHeldDirectly();
    stage.played().faults().add(Fault.once(Fault.Kind.THROTTLE_READS));
    // when
    SeatListing listing = stage.connector().as(ListsSeats.class).orElseThrow().list(stage.source());
    // then
    assertThat(listing).isInstanceOf(SeatListing.Unreadable.class);
  }

  @Test
  void reportsWhoUsedIt() {
    assumeThat(stage.connector().as(ReportsUsage.class)).isPresent();
    // given
    Instant since = Instant.now().minus(Duration.ofDays(7));
    SeatRef used = stage.seatHeldDirectly();
    SeatRef unused = stage.seatHeldDirectly();
    stage.vendor().scenes().use(used.account());
    // when
    UsageReport report =
        stage.connector().as(ReportsUsage.class).orElseThrow().usage(stage.source(), since);
    // then
    assertThat(report)
        .isInstanceOfSatisfying(
            UsageReport.Complete.class,
            complete -> {
              assertThat(complete.uses()).anyMatch(one -> isOf(one, used));
              assertThat(complete.uses()).noneMatch(one -> isOf(one, unused));
            });
  }

  private boolean isOf(UsageReport.Used one, SeatRef seat) {
    String wanted = stage.vendor().scenes().nameInUsage(seat.account());
    return one.account().equalsIgnoreCase(wanted)
        || one.identifiers().stream().anyMatch(name -> name.value().equalsIgnoreCase(wanted));
  }
}
