package dev.reclaim.usage;

import dev.reclaim.events.InboxEvent;
import dev.reclaim.messaging.Envelope;
import java.util.List;

/** Gives what came in over HTTP to the broker. */
public interface HandsOver {

  /** The broker did not take everything; all of it may be sent again. */
  class BrokerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerAway(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Returns when the broker has acknowledged all of it.
   *
   * @throws BrokerAway if it did not
   */
  void handOver(List<? extends Envelope<? extends InboxEvent>> events);

  /**
   * How large an event is on its way, in bytes of its data.
   *
   * @return the size of the data alone
   */
  int sizeOf(InboxEvent event);
}
