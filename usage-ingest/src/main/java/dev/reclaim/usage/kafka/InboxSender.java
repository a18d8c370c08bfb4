package dev.reclaim.usage.kafka;

import dev.reclaim.events.InboxEvent;
import dev.reclaim.messaging.CloudEvents;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.messaging.Sender;
import dev.reclaim.usage.HandsOver;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Puts what came in over HTTP on {@code reclaim.inbox}, and waits until it is safe there. */
public final class InboxSender implements HandsOver {

  private static final long PATIENCE_SECONDS = 30;

  private final Sender sender;

  public InboxSender(Sender sender) {
    this.sender = sender;
  }

  @Override
  public void handOver(List<? extends Envelope<? extends InboxEvent>> events) {
    try {
      List<Future<RecordMetadata>> sent =
          events.stream().map(event -> sender.send(CloudEvents.toRecord(event))).toList();
      for (Future<RecordMetadata> acknowledgement : sent) {
        acknowledgement.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      throw new BrokerAway("the broker did not take everything", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAway("interrupted before the broker answered", e);
    }
  }

  @Override
  public int sizeOf(InboxEvent event) {
    return EventCodec.write(event).length;
  }
}
