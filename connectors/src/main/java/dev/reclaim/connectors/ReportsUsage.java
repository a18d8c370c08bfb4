package dev.reclaim.connectors;

import dev.reclaim.events.PolicyEvent.SeatSource;
import java.time.Instant;

/** Can tell who used the application. */
public interface ReportsUsage {

  /** All use since a moment, of the seats that a source gives; the same use may be told twice. */
  UsageReport usage(SeatSource source, Instant since);
}
