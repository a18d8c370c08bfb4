package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.models.SignInActivity;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.ReportsUsage;
import dev.reclaim.connectors.UsageReport;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.App;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageOfLicencesTest {

  private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

  private final LicenceStage stage = new LicenceStage(Limits.USUAL);
  private final App outlook = stage.sandbox().directory().addApp("Outlook");

  @AfterEach
  void close() {
    stage.close();
  }

  private void signIn(SeatRef seat, Instant at) {
    stage.sandbox().directory().signIn(stage.live(seat), outlook, at, 0);
  }

  @Test
  void takesAHoldersLastSignInAsUse() {
    // given
    SeatRef used = stage.seatHeldDirectly();
    SeatRef before = stage.seatHeldDirectly();
    SeatRef never = stage.seatHeldDirectly();
    SeatRef without = stage.seatNotHeld();
    signIn(used, SINCE);
    signIn(before, SINCE.minusSeconds(1));
    signIn(without, SINCE);
    // when
    UsageReport report =
        stage.connector().as(ReportsUsage.class).orElseThrow().usage(stage.source(), SINCE);
    // then
    assertThat(report)
        .isInstanceOfSatisfying(
            UsageReport.Complete.class,
            complete ->
                assertThat(complete.uses())
                    .extracting(UsageReport.Used::account)
                    .containsExactly(used.account())
                    .doesNotContain(never.account()));
  }

  @Test
  void namesThePermissionToReadSignIns() {
    // given
    stage.seatHeldDirectly();
    try (Connections few =
        stage.onlyWith(
            Set.of("User.Read.All", "GroupMember.Read.All", "LicenseAssignment.Read.All"))) {
      // when
      UsageReport report =
          few.named(GraphStage.TENANT)
              .as(ReportsUsage.class)
              .orElseThrow()
              .usage(stage.source(), SINCE);
      // then
      assertThat(report)
          .isInstanceOfSatisfying(
              UsageReport.Unreadable.class,
              unreadable -> assertThat(unreadable.whatToDo()).contains("AuditLog.Read.All"));
    }
  }

  @Test
  void prefersTheLastSuccessAndFallsBackToTheLaterAttempt() {
    // given
    OffsetDateTime one = SINCE.atOffset(ZoneOffset.UTC);
    SignInActivity attempts = new SignInActivity();
    attempts.setLastSignInDateTime(one);
    attempts.setLastNonInteractiveSignInDateTime(one.plusDays(2));
    SignInActivity success = new SignInActivity();
    success.setLastSignInDateTime(one.plusDays(9));
    success.setLastSuccessfulSignInDateTime(one.plusDays(1));
    // then
    assertThat(SignIns.lastOf(null)).isEmpty();
    assertThat(SignIns.lastOf(attempts)).contains(one.plusDays(2).toInstant());
    assertThat(SignIns.lastOf(success)).contains(one.plusDays(1).toInstant());
  }
}
