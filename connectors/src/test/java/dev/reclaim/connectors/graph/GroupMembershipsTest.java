package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.sandbox.graph.Group;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import dev.reclaim.sandbox.graph.User;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupMembershipsTest implements GraphConformance {

  private final GroupStage stage = new GroupStage(Limits.USUAL);

  @Override
  public GroupStage stage() {
    return stage;
  }

  @ParameterizedTest
  @CsvSource({
    "DYNAMIC, rule, attribute",
    "SYNCED, Active Directory, active-directory",
    "ROLE_ASSIGNABLE, protected, administrator",
    "MAIL_ENABLED, Exchange, Exchange Online"
  })
  void namesWhoDecidesAboutAGroupInstead(Group.Sort sort, String why, String whatToDo) {
    // given
    String name = "group " + sort.name().toLowerCase(Locale.ROOT);
    Group group = stage.sandbox().directory().addGroup(name, sort);
    User user = stage.newUser();
    stage.sandbox().directory().join(group, user);
    SeatSource source = stage.sourceOf("group:" + group.id());
    // when
    RevocationOutcome outcome =
        stage.connector().as(Revokes.class).orElseThrow().revoke(GraphStage.seatOf(user), source);
    ConnectionCheck check =
        stage.connector().as(ChecksConnection.class).orElseThrow().check(List.of(source));
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class,
            refused -> {
              assertThat(refused.why()).contains(name, why);
              assertThat(refused.whatToDo()).contains(whatToDo);
            });
    assertThat(check)
        .isInstanceOfSatisfying(
            ConnectionCheck.Lacks.class,
            lacks ->
                assertThat(lacks.missing())
                    .singleElement()
                    .satisfies(one -> assertThat(one.what()).contains(name, why)));
    assertThat(stage.sandbox().directory().isMember(user, group)).isTrue();
  }
}
