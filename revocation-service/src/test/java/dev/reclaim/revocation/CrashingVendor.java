package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;

/** The process may end before and after each call. */
record CrashingVendor(Vendor vendor, Crashes crashes) implements Vendor {

  @Override
  public Look look(Step step, SeatRef seat, SeatSource source) {
    return crashes.around(() -> vendor.look(step, seat, source));
  }

  @Override
  public CaptureOutcome save(Step step, SeatRef seat, SeatSource source) {
    return crashes.around(() -> vendor.save(step, seat, source));
  }

  @Override
  public RevocationOutcome take(Step step, SeatRef seat, SeatSource source) {
    return crashes.around(() -> vendor.take(step, seat, source));
  }

  @Override
  public RestoreOutcome putBack(SavedState earlier) {
    return crashes.around(() -> vendor.putBack(earlier));
  }
}
