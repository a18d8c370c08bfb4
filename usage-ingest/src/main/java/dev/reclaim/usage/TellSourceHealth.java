package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SourceName;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells how far sources can be trusted, when that changed. */
final class TellSourceHealth {

  private record About(SourceName source, ApplicationId application) {}

  private final KeepsSources sources;
  private final Coverage coverage;
  private final Outbox outbox;

  TellSourceHealth(KeepsSources sources, Coverage coverage, Outbox outbox) {
    this.sources = sources;
    this.coverage = coverage;
    this.outbox = outbox;
  }

  void tell(Set<String> touched, Cause cause) {
    if (touched.isEmpty()) {
      return;
    }
    Map<About, SourceHealth> told = new HashMap<>();
    sources.published(touched).forEach(health -> told.put(about(health), health));
    List<SourceHealth> news =
        sources.sights(touched).stream()
            .flatMap(sight -> coverage.of(sight).stream())
            .filter(now -> isNews(now, told.get(about(now))))
            .toList();
    sources.publish(news);
    outbox.add(news, cause);
  }

  private static boolean isNews(SourceHealth now, SourceHealth told) {
    return told == null || Coverage.isNews(now, told);
  }

  private static About about(SourceHealth health) {
    return new About(health.source(), health.application());
  }
}
