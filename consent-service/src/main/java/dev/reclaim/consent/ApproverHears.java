package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import java.time.Instant;

/** When the next message to an approver goes out. */
@FunctionalInterface
interface ApproverHears {
  Instant from(Holder approver);
}
