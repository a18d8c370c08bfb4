package dev.reclaim.usage;

import dev.reclaim.events.SignalEvent.SourceHealth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where it is kept what each source has reported, and when. */
public interface KeepsSources {

  void saw(Collection<UsageRow> rows);

  /** Counts records that proved no use. */
  void ignored(String source, Map<String, Integer> countByReason);

  Set<String> knowing(Set<String> labels);

  List<SourceSight> sights(Set<String> sources);

  List<SourceHealth> published(Set<String> sources);

  void publish(Collection<SourceHealth> told);
}
