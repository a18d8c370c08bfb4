package dev.reclaim.connectors.graph;

import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.App;
import dev.reclaim.sandbox.graph.Group;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import dev.reclaim.sandbox.graph.User;

/** A seat is assignment of an enterprise application, to which a group is assigned too. */
final class AppStage extends GraphStage {

  private final App app = sandbox().directory().addApp("Miro");
  private final Group group = sandbox().directory().addGroup("Analytics Team", Group.Sort.SECURITY);

  AppStage(Limits limits) {
    super(limits);
    sandbox().directory().assign(app, group);
  }

  App app() {
    return app;
  }

  @Override
  public SeatSource source() {
    return sourceOf("app:" + app.appId());
  }

  @Override
  public SeatSource missingSource() {
    return sourceOf("app:00000000-1111-2222-3333-444444444444");
  }

  @Override
  public String rightToTake() {
    return "AppRoleAssignment.ReadWrite.All";
  }

  @Override
  public SeatRef seatHeldDirectly() {
    User user = newUser();
    sandbox().directory().assign(app, user, App.NO_ROLE);
    return seatOf(user);
  }

  @Override
  public SeatRef seatInherited() {
    User user = newUser();
    sandbox().directory().join(group, user);
    return seatOf(user);
  }

  @Override
  public String seatGivingGroup() {
    return group.name();
  }

  @Override
  public boolean hasSeat(SeatRef seat) {
    return sandbox().directory().isAssigned(live(seat), app);
  }
}
