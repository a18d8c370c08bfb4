package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.List;
import java.util.Optional;

/** A vendor of which is noted whether it could be read. */
public record NotedVendor(ConnectionName connection, Vendor vendor, ConnectionsSeen seen)
    implements Vendor {

  @Override
  public Whereabouts find(List<String> names) {
    Whereabouts found = vendor.find(names);
    note(found instanceof Whereabouts.Unreadable(String why) ? Optional.of(why) : Optional.empty());
    return found;
  }

  @Override
  public Look look(Step step, SeatRef seat, Place place) {
    Look look = vendor.look(step, seat, place);
    note(look instanceof Look.Unreadable(String why, var _) ? Optional.of(why) : Optional.empty());
    return look;
  }

  /** It follows a look that was noted; that it proves nothing is no trouble of the connection. */
  @Override
  public Look lookAgain(Step step, SavedState earlier, Place place) {
    return vendor.lookAgain(step, earlier, place);
  }

  @Override
  public CaptureOutcome save(Step step, SeatRef seat, Place place) {
    return vendor.save(step, seat, place);
  }

  @Override
  public RevocationOutcome take(Step step, SeatRef seat, Place place) {
    return vendor.take(step, seat, place);
  }

  @Override
  public RestoreOutcome putBack(SavedState earlier) {
    return vendor.putBack(earlier);
  }

  private void note(Optional<String> trouble) {
    seen.note(connection, trouble);
  }
}
