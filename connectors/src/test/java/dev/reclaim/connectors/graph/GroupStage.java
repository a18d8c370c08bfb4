package dev.reclaim.connectors.graph;

import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.Group;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import dev.reclaim.sandbox.graph.User;

/** A seat is membership of a group; another group is a member of it. */
final class GroupStage extends GraphStage {

  private final Group group = sandbox().directory().addGroup("LIC-Tableau", Group.Sort.SECURITY);
  private final Group inner = sandbox().directory().addGroup("Analytics Team", Group.Sort.SECURITY);

  GroupStage(Limits limits) {
    super(limits);
    sandbox().directory().nest(group, inner);
  }

  Group group() {
    return group;
  }

  @Override
  public SeatSource source() {
    return sourceOf("group:" + group.id());
  }

  @Override
  public SeatSource missingSource() {
    return sourceOf("group:00000000-1111-2222-3333-444444444444");
  }

  @Override
  public String rightToTake() {
    return "GroupMember.ReadWrite.All";
  }

  @Override
  public int rightsMissing() {
    return 3;
  }

  @Override
  public SeatRef seatHeldDirectly() {
    User user = newUser();
    sandbox().directory().join(group, user);
    return seatOf(user);
  }

  @Override
  public SeatRef seatInherited() {
    User user = newUser();
    sandbox().directory().join(inner, user);
    return seatOf(user);
  }

  @Override
  public String seatGivingGroup() {
    return inner.name();
  }

  @Override
  public boolean hasSeat(SeatRef seat) {
    return sandbox().directory().isMember(live(seat), group);
  }
}
