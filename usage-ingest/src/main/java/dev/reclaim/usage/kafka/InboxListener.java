package dev.reclaim.usage.kafka;

import dev.reclaim.events.Event;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.InboxEvent.HolderReported;
import dev.reclaim.events.InboxEvent.SeatReported;
import dev.reclaim.events.InboxEvent.SourceRecord;
import dev.reclaim.events.InboxEvent.UsageReported;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import dev.reclaim.usage.TakeIn;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Hears {@code reclaim.inbox}. Vendor records are read first; then all is taken at once. */
public final class InboxListener implements Handler {

  private final VendorRecords vendorRecords;
  private final TakeIn takeIn;
  private final InstantSource clock;

  public InboxListener(VendorRecords vendorRecords, TakeIn takeIn, InstantSource clock) {
    this.vendorRecords = vendorRecords;
    this.takeIn = takeIn;
    this.clock = clock;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    List<Envelope<InboxEvent>> batch = new ArrayList<>();
    List<Envelope<SourceRecord>> foreign = new ArrayList<>();
    for (Envelope<Event> envelope : fresh) {
      if (!(envelope.event() instanceof InboxEvent said)) {
        throw new IllegalArgumentException("type: is not for " + envelope.event().getClass());
      }
      switch (said) {
        case UsageReported usage -> batch.add(InboxListener.<InboxEvent>with(envelope, usage));
        case HolderReported holder -> batch.add(InboxListener.<InboxEvent>with(envelope, holder));
        case SeatReported seat -> batch.add(InboxListener.<InboxEvent>with(envelope, seat));
        case SourceRecord vendors -> foreign.add(with(envelope, vendors));
      }
    }
    batch.addAll(vendorRecords.read(foreign));
    takeIn.take(batch, clock.instant());
  }

  static <E extends Event> Envelope<E> with(Envelope<?> envelope, E event) {
    return new Envelope<>(
        envelope.id(), envelope.source(), envelope.time(), envelope.cause(), event);
  }
}
