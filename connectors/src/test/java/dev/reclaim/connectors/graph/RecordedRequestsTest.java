package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.ReportsUsage;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.UsageReport;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every request that the connector makes is on file, to be held against Microsoft's description of
 * Graph; {@code -Dreclaim.update=true} writes the file anew.
 */
class RecordedRequestsTest {

  private static final Path FILE = Path.of("catalog/recorded/microsoft-graph.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

  private final ObjectNode recorded = MAPPER.createObjectNode();

  @Test
  void areThoseOnFile() throws IOException {
    // given
    try (LicenceStage licences = new LicenceStage(Limits.USUAL);
        GroupStage groups = new GroupStage(Limits.USUAL);
        AppStage apps = new AppStage(Limits.USUAL)) {
      // when
      record(licences, "sku", licences.downgradeToE3());
      record(groups, "group", groups.source());
      record(apps, "app", apps.source());
    }
    // then
    String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(recorded) + "\n";
    if (Boolean.getBoolean("reclaim.update")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text);
    }
    assertThat(text).doesNotContain(GraphStage.SECRET).doesNotContain("Bearer");
    assertThat(text).isEqualTo(Files.readString(FILE));
  }

  private void record(GraphStage stage, String sort, SeatSource source) {
    SeatRef seat = stage.seatHeldDirectly();
    stage.seatInherited();
    String account = seat.account();
    keep(
        stage,
        sort + " check",
        () -> {
          assertThat(can(stage, ChecksConnection.class).check(List.of(source)))
              .isInstanceOf(ConnectionCheck.Works.class);
        });
    keep(
        stage,
        sort + " list",
        () -> {
          assertThat(can(stage, ListsSeats.class).list(source))
              .isInstanceOf(SeatListing.Complete.class);
        });
    keep(
        stage,
        sort + " usage",
        () -> {
          assertThat(can(stage, ReportsUsage.class).usage(source, SINCE))
              .isInstanceOf(UsageReport.Complete.class);
        });
    keep(stage, sort + " find", () -> can(stage, FindsAccount.class).find(account));
    Set<Step> all = EnumSet.allOf(Step.class);
    SavedState[] saved = new SavedState[1];
    keep(
        stage,
        sort + " capture",
        () -> {
          CaptureOutcome outcome = can(stage, Captures.class).capture(seat, source, all);
          saved[0] = ((CaptureOutcome.Saved) outcome).state();
        });
    for (Step step : can(stage, Deprovisions.class).steps().keySet().stream().sorted().toList()) {
      keep(
          stage,
          sort + " " + step,
          () -> can(stage, Deprovisions.class).deprovision(step, account));
    }
    keep(
        stage,
        sort + " look",
        () -> {
          assertThat(can(stage, Verifies.class).look(seat, source))
              .isNotInstanceOf(SeatLook.CannotTell.class);
        });
    if (stage.hasSeat(seat)) {
      keep(
          stage,
          sort + " revoke",
          () -> {
            assertThat(can(stage, Revokes.class).revoke(seat, source)).isEqualTo(new Revoked());
          });
    }
    keep(
        stage,
        sort + " restore",
        () -> {
          assertThat(can(stage, Restores.class).restore(saved[0]))
              .isInstanceOf(RestoreOutcome.Restored.class);
        });
    keep(
        stage,
        sort + " revoke alone",
        () -> {
          assertThat(can(stage, Revokes.class).revoke(seat, source)).isEqualTo(new Revoked());
        });
  }

  private void keep(GraphStage stage, String what, Runnable done) {
    stage.sandbox().recorded().forget();
    done.run();
    ArrayNode requests = recorded.putArray(what);
    stage.sandbox().recorded().all().forEach(requests::add);
  }

  private static <C> C can(GraphStage stage, Class<C> capability) {
    return stage.connector().as(capability).orElseThrow();
  }
}
