package dev.reclaim.connectors.graph;

import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.graph.Group;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import dev.reclaim.sandbox.graph.Sku;
import dev.reclaim.sandbox.graph.User;
import java.util.Optional;
import java.util.Set;

/** Seats are licences of E5; E3 is the smaller one, and a group gives E5 to its members. */
final class LicenceStage extends GraphStage {

  private final Sku e5 = sandbox().directory().addSku("SPE_E5", 25);
  private final Sku e3 = sandbox().directory().addSku("SPE_E3", 25);
  private final Group team = sandbox().directory().addGroup("Analytics Team", Group.Sort.SECURITY);

  LicenceStage(Limits limits) {
    super(limits);
    sandbox().directory().license(team, e5);
  }

  Sku e5() {
    return e5;
  }

  Sku e3() {
    return e3;
  }

  Group team() {
    return team;
  }

  @Override
  public SeatSource source() {
    return sourceOf("sku:SPE_E5");
  }

  SeatSource downgradeToE3() {
    return new SeatSource(
        TENANT, "sku:SPE_E5", Optional.of(SeatAction.DOWNGRADE), Optional.of("sku:SPE_E3"));
  }

  @Override
  public SeatSource missingSource() {
    return sourceOf("sku:NO_SUCH_PRODUCT");
  }

  @Override
  public String rightToTake() {
    return "LicenseAssignment.ReadWrite.All";
  }

  @Override
  public SeatRef seatHeldDirectly() {
    return seatHeldDirectly(Set.of());
  }

  SeatRef seatHeldDirectly(Set<String> disabledPlans) {
    User user = newUser();
    sandbox().directory().license(user, e5, disabledPlans);
    return seatOf(user);
  }

  @Override
  public SeatRef seatInherited() {
    User user = newUser();
    sandbox().directory().join(team, user);
    return seatOf(user);
  }

  @Override
  public String seatGivingGroup() {
    return team.name();
  }

  @Override
  public boolean hasSeat(SeatRef seat) {
    return sandbox().directory().hasSku(live(seat), e5);
  }
}
