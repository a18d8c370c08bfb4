package dev.reclaim.usage.rest;

import dev.reclaim.events.InboxEvent;
import dev.reclaim.http.Problems;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.usage.HandsOver;
import java.util.List;
import org.jboss.logging.Logger;

/** Hands over to the broker, or answers that it is away. */
final class Broker {

  private static final Logger LOG = Logger.getLogger(Broker.class);
  private static final int RETRY_AFTER_SECONDS = 5;

  private Broker() {}

  static void handOver(HandsOver handsOver, List<? extends Envelope<? extends InboxEvent>> events) {
    try {
      handsOver.handOver(events);
    } catch (HandsOver.BrokerAway e) {
      LOG.warnf(e, "%d events were not taken", events.size());
      throw Problems.unavailable(
          "The broker did not take everything; send all of it again, nothing is counted twice",
          RETRY_AFTER_SECONDS);
    }
  }
}
