package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.List;

/** What stands for a connection that the policy names and nobody configured. */
public record UnconnectedVendor(ConnectionName connection) implements Vendor {

  @Override
  public Whereabouts find(List<String> names) {
    return new Whereabouts.Nowhere(why(), whatToDo());
  }

  @Override
  public Look look(Step step, SeatRef seat, Place place) {
    return new Look.Nowhere(why(), whatToDo());
  }

  @Override
  public Look lookAgain(Step step, SavedState earlier, Place place) {
    return new Look.Nowhere(why(), whatToDo());
  }

  @Override
  public CaptureOutcome save(Step step, SeatRef seat, Place place) {
    return new CaptureOutcome.Failed(why(), whatToDo());
  }

  @Override
  public RevocationOutcome take(Step step, SeatRef seat, Place place) {
    return new RevocationOutcome.CannotBeRevoked(why(), whatToDo());
  }

  @Override
  public RestoreOutcome putBack(SavedState earlier) {
    return new RestoreOutcome.Failed(why(), whatToDo());
  }

  private String why() {
    return "the connection " + connection + " is not configured";
  }

  private String whatToDo() {
    return "Configure reclaim.connections." + connection + ", or let the policy name another one.";
  }
}
