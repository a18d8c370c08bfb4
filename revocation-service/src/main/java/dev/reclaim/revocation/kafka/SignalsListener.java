package dev.reclaim.revocation.kafka;

import dev.reclaim.events.Event;
import dev.reclaim.events.SignalEvent;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import dev.reclaim.revocation.Brake;
import dev.reclaim.revocation.HearsSignals;
import dev.reclaim.revocation.Revocations;
import java.util.List;

/** Who used what, by which names holders are known, and how many seats there are. */
public final class SignalsListener implements Handler {

  private final HearsSignals signals;
  private final Revocations revocations;

  public SignalsListener(HearsSignals signals, Revocations revocations) {
    this.signals = signals;
    this.revocations = revocations;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof SignalEvent event) {
        remember(event);
      }
    }
  }

  private void remember(SignalEvent event) {
    switch (event) {
      case UsageDay day -> {
        signals.used(day);
        revocations.judgeAnew(day.holder());
      }
      case HolderChanged holder -> {
        signals.holderChanged(holder);
        revocations.judgeAnew(holder.holder());
      }
      case SeatObserved seat -> {
        signals.seatObserved(seat);
        revocations.judgeReplaced(seat.holder());
      }
      case SeatGone seat -> signals.seatGone(seat);
      case SourceHealth health -> {
        signals.sourceHealth(health);
        revocations.judgeAnew(Brake.staleSourcesOf(health.application()));
      }
    }
  }
}
