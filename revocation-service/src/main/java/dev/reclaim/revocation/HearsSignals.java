package dev.reclaim.revocation;

import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.UsageDay;

/** Remembers what the signals say; an older statement never replaces a newer one. */
public interface HearsSignals {

  void used(UsageDay event);

  void holderChanged(HolderChanged event);

  void seatObserved(SeatObserved event);

  void seatGone(SeatGone event);

  void sourceHealth(SourceHealth event);
}
