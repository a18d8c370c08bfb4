package dev.reclaim.usage;

import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds days up anew and tells those that changed. */
final class Recount {

  private final CountsUsage usage;
  private final Outbox outbox;

  Recount(CountsUsage usage, Outbox outbox) {
    this.usage = usage;
    this.outbox = outbox;
  }

  void tell(Days days) {
    if (days.keys().isEmpty()) {
      return;
    }
    Map<Cause, List<UsageDay>> byCause = new LinkedHashMap<>();
    for (UsageDay day : usage.recount(days.keys())) {
      DayKey key = new DayKey(day.holder(), day.application(), day.day());
      byCause.computeIfAbsent(days.causeOf(key), _ -> new ArrayList<>()).add(day);
    }
    byCause.forEach((cause, told) -> outbox.add(told, cause));
  }
}
