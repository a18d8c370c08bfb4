package dev.reclaim.usage.kafka;

import dev.reclaim.events.Event;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.InboxEvent.SourceRecord;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Inbox;
import dev.reclaim.usage.KeepsSources;
import dev.reclaim.usage.VendorRecord;
import dev.reclaim.usage.VendorSource;
import dev.reclaim.usage.VendorSources;
import dev.reclaim.usage.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads vendor records that came over Kafka. What proves use gets the same id as the same record
 * posted over HTTP, so it counts once, whichever way it comes and however often.
 */
public final class VendorRecords {

  private final VendorSources sources;
  private final KeepsSources kept;
  private final Inbox inbox;

  public VendorRecords(VendorSources sources, KeepsSources kept, Inbox inbox) {
    this.sources = sources;
    this.kept = kept;
    this.inbox = inbox;
  }

  /**
   * The usage among these records that was not counted before; what proves no use is counted by
   * reason.
   *
   * @throws IllegalArgumentException if a source is unknown or a record broken
   */
  List<Envelope<InboxEvent>> read(List<Envelope<SourceRecord>> foreign) {
    List<Envelope<Event>> usage = new ArrayList<>();
    Map<String, Map<String, Integer>> ignored = new HashMap<>();
    for (Envelope<SourceRecord> envelope : foreign) {
      String source = envelope.event().source().value();
      switch (sourceNamed(source).judge(new VendorRecord(envelope.event().content()))) {
        case Verdict.Usage found ->
            usage.add(
                new Envelope<>(
                    found.recordId(),
                    source,
                    found.usage().at(),
                    envelope.asCause(),
                    found.usage()));
        case Verdict.NotUsage no ->
            ignored
                .computeIfAbsent(source, _ -> new HashMap<>())
                .merge(no.reason(), 1, Integer::sum);
        case Verdict.Broken broken ->
            throw new IllegalArgumentException(broken.field() + ": " + broken.reason());
      }
    }
    ignored.forEach(kept::ignored);
    return inbox.onlyNew(usage).stream()
        .map(envelope -> InboxListener.<InboxEvent>with(envelope, (InboxEvent) envelope.event()))
        .toList();
  }

  private VendorSource sourceNamed(String source) {
    return sources
        .named(source)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "source: '%s' is not known; known are %s".formatted(source, sources.names())));
  }
}
