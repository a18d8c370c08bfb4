package dev.reclaim.usage;

import dev.reclaim.messaging.Cause;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The days that have to be added up anew, each with what made it so. */
final class Days {

  private final Map<DayKey, Cause> causes = new LinkedHashMap<>();

  void add(Collection<DayKey> days, Cause cause) {
    days.forEach(day -> causes.put(day, cause));
  }

  /** Takes days with the account that touched each. */
  void add(Map<DayKey, String> days, Function<String, Cause> causeOf) {
    days.forEach((day, account) -> causes.put(day, causeOf.apply(account)));
  }

  Set<DayKey> keys() {
    return causes.keySet();
  }

  Cause causeOf(DayKey day) {
    return causes.getOrDefault(day, Cause.NONE);
  }
}
