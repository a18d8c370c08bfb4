package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.List;

/** The process may end before and after each call. */
record CrashingVendor(Vendor vendor, Crashes crashes) implements Vendor {

  @Override
  public Whereabouts find(List<String> names) {
    return crashes.around(() -> vendor.find(names));
  }

  @Override
  public Look look(Step step, SeatRef seat, Place place) {
    return crashes.around(() -> vendor.look(step, seat, place));
  }

  @Override
  public Look lookAgain(Step step, SavedState earlier, Place place) {
    return crashes.around(() -> vendor.lookAgain(step, earlier, place));
  }

  @Override
  public CaptureOutcome save(Step step, SeatRef seat, Place place) {
    return crashes.around(() -> vendor.save(step, seat, place));
  }

  @Override
  public RevocationOutcome take(Step step, SeatRef seat, Place place) {
    return crashes.around(() -> vendor.take(step, seat, place));
  }

  @Override
  public RestoreOutcome putBack(SavedState earlier) {
    return crashes.around(() -> vendor.putBack(earlier));
  }
}
