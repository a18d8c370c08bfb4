package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.Connections;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of a connection names exactly what is missing. */
class PermissionsTest {

  private static final Set<String> ALL =
      Set.of(
          "User.Read.All",
          "GroupMember.Read.All",
          "RoleManagement.Read.Directory",
          "LicenseAssignment.Read.All",
          "AuditLog.Read.All",
          "LicenseAssignment.ReadWrite.All",
          "GroupMember.ReadWrite.All",
          "User.EnableDisableAccount.All",
          "User.RevokeSessions.All");

  private final LicenceStage stage = new LicenceStage(Limits.USUAL);

  @AfterEach
  void close() {
    stage.close();
  }

  private ConnectionCheck checkWith(Set<String> permissions) {
    try (Connections connections = stage.onlyWith(permissions)) {
      return connections
          .named(GraphStage.TENANT)
          .as(ChecksConnection.class)
          .orElseThrow()
          .check(List.of(stage.source()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User.Read.All",
        "RoleManagement.Read.Directory",
        "AuditLog.Read.All",
        "LicenseAssignment.ReadWrite.All",
        "GroupMember.ReadWrite.All",
        "User.EnableDisableAccount.All",
        "User.RevokeSessions.All"
      })
  void namesTheOneThatIsMissing(String one) {
    // given
    Set<String> without = new TreeSet<>(ALL);
    without.remove(one);
    // when
    ConnectionCheck all = checkWith(ALL);
    ConnectionCheck lacking = checkWith(without);
    // then
    assertThat(all).isInstanceOf(ConnectionCheck.Works.class);
    assertThat(lacking)
        .isInstanceOfSatisfying(
            ConnectionCheck.Lacks.class,
            lacks ->
                assertThat(lacks.missing())
                    .singleElement()
                    .satisfies(missing -> assertThat(missing.what()).contains(one)));
  }
}
