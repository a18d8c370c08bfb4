package dev.reclaim.usage;

import dev.reclaim.events.SignalEvent.UsageDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where usage is kept under its senders' names, and added up for holders and applications. */
public interface CountsUsage {

  /** Adds rows to those with the same key. */
  void add(Collection<UsageRow> rows);

  /** The days that the usage of these accounts counts for now, each with one of the accounts. */
  Map<DayKey, String> daysOfAccounts(Collection<String> accounts);

  /** The days that usage under these names of applications counts for now. */
  Set<DayKey> daysOfLabels(Collection<String> labels);

  /** The days that exactly these rows count for now, each with one of the accounts. */
  Map<DayKey, String> daysOf(Collection<UsageRow> rows);

  /**
   * Adds up these days anew, and remembers the outcome.
   *
   * @return those whose content changed, with their next revision. One with no opens says that what
   *     was counted for it counts elsewhere now
   */
  List<UsageDay> recount(Collection<DayKey> days);
}
