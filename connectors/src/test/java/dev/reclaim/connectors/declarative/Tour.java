package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.ReportsUsage;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.Settings;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.outgoing.OutgoingHttp;
import dev.reclaim.outgoing.Reach;
import dev.reclaim.outgoing.TimeOuts;
import dev.reclaim.sandbox.vendor.PlayedVendor;
import dev.reclaim.sandbox.vendor.Scenes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Does once everything that a connector can do, in every way, and records what it sends. */
final class Tour {

  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final int MORE_THAN_A_PAGE = 3;
  private static final int ATTEMPTS = 3;

  private Tour() {}

  static Records of(PlayedVendor vendor) {
    try (VendorStage stage = new VendorStage(vendor)) {
      Records records = new Records(stage.file(), stage.port());
      for (Map<String, String> settings : vendor.settings()) {
        Settings given =
            new Settings(new ConnectionName("tour"), stage.settings(settings, stage.port()));
        FileKind kind =
            new FileKind(
                stage.file(),
                connection ->
                    records.of(
                        settings,
                        new OutgoingHttp(
                            connection.addresses().values(), Reach.LOOPBACK, TimeOuts.USUAL)),
                InstantSource.fixed(NOW));
        try (Connector connector = kind.open(given)) {
          walk(connector, stage);
        }
      }
      return records;
    }
  }

  private static void walk(Connector connector, VendorStage stage) {
    walk(connector, stage.vendor().scenes());
    stage.vendor().otherScenes().forEach(scenes -> walk(connector, scenes));
  }

  private static void walk(Connector connector, Scenes scenes) {
    SeatSource source = source(scenes, Optional.empty());
    connector.as(ChecksConnection.class).orElseThrow().check(List.of(source));
    SeatRef someone = VendorStage.seatOf(scenes.personWithSeat());
    scenes.use(someone.account());
    for (int other = 0; other < MORE_THAN_A_PAGE; other++) {
      scenes.use(scenes.personWithSeat());
    }
    connector.as(FindsAccount.class).orElseThrow().find(someone.account());
    connector.as(FindsAccount.class).orElseThrow().find("nobody.at.all@example.com");
    connector.as(ListsSeats.class).ifPresent(lists -> lists.list(source));
    connector.as(ReportsUsage.class).ifPresent(reports -> reports.usage(source, SINCE));
    Set<SeatAction> ways =
        connector.as(Revokes.class).map(revokes -> revokes.ways().keySet()).orElse(Set.of());
    for (SeatAction way : new TreeSet<>(ways)) {
      SeatRef seat = VendorStage.seatOf(scenes.personWithSeat());
      takeAndPutBack(connector, seat, source(scenes, Optional.of(way)), EnumSet.of(Step.FREE_SEAT));
    }
    Set<Step> steps =
        connector
            .as(Deprovisions.class)
            .map(deprovisions -> deprovisions.steps().keySet())
            .orElse(Set.of());
    for (Step step : new TreeSet<>(steps)) {
      SeatRef seat = VendorStage.seatOf(scenes.personWithSeat());
      takeAndPutBack(connector, seat, source, EnumSet.of(step));
    }
    SeatRef resting = VendorStage.seatOf(scenes.personWithSeat());
    scenes.disable(resting.account());
    takeAndPutBack(connector, resting, source, EnumSet.of(Step.FREE_SEAT));
  }

  private static void takeAndPutBack(
      Connector connector, SeatRef seat, SeatSource source, Set<Step> steps) {
    CaptureOutcome saved = connector.as(Captures.class).orElseThrow().capture(seat, source, steps);
    for (Step step : steps) {
      if (step == Step.FREE_SEAT) {
        revoke(connector, seat, source);
        connector.as(Verifies.class).orElseThrow().look(seat, source);
      } else {
        connector.as(Deprovisions.class).orElseThrow().deprovision(step, seat.account());
        connector.as(Deprovisions.class).orElseThrow().look(step, seat.account());
      }
    }
    if (saved instanceof CaptureOutcome.Saved(var state)) {
      connector.as(Restores.class).ifPresent(restores -> restores.restore(state));
    }
  }

  /** Some vendors need time, and say so; nobody waits here. */
  private static void revoke(Connector connector, SeatRef seat, SeatSource source) {
    Revokes revokes = connector.as(Revokes.class).orElseThrow();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (!(revokes.revoke(seat, source) instanceof RevocationOutcome.TryLater)) {
        return;
      }
    }
  }

  private static SeatSource source(Scenes scenes, Optional<SeatAction> way) {
    return new SeatSource(
        new ConnectionName("tour"), scenes.entitlement(), way, scenes.lowerEntitlement());
  }
}
