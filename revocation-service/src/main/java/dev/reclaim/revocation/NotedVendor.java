package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.Optional;

/** A vendor of which is noted whether it could be read. */
public record NotedVendor(ConnectionName connection, Vendor vendor, ConnectionsSeen seen)
    implements Vendor {

  @Override
  public Look look(Step step, SeatRef seat, SeatSource source) {
    Look look = vendor.look(step, seat, source);
    seen.note(
        connection,
        look instanceof Look.Unreadable(String why) ? Optional.of(why) : Optional.empty());
    return look;
  }

  @Override
  public CaptureOutcome save(Step step, SeatRef seat, SeatSource source) {
    return vendor.save(step, seat, source);
  }

  @Override
  public RevocationOutcome take(Step step, SeatRef seat, SeatSource source) {
    return vendor.take(step, seat, source);
  }

  @Override
  public RestoreOutcome putBack(SavedState earlier) {
    return vendor.putBack(earlier);
  }
}
