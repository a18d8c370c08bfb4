package dev.reclaim.audit;

import dev.reclaim.events.Event;
import dev.reclaim.events.EventTypes;
import dev.reclaim.events.Topic;
import dev.reclaim.messaging.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * One event as it goes into the log.
 *
 * @param key the record key that it travelled under
 * @param body the canonical text that is hashed, see {@link CanonicalText}
 * @param dataBeside the event's data when it does not fit into the entry; then the body names its
 *     SHA-256
 */
public record Entry(
    String eventId,
    String source,
    String topic,
    String type,
    String key,
    About about,
    Instant time,
    String body,
    Optional<String> dataBeside) {

  /** What tlog-tiles can say in the two bytes before an entry. */
  public static final int MOST_BYTES = 65_535;

  /** Leaves room for the attributes, in any case. */
  static final int MOST_DATA_BYTES = 48_000;

  /**
   * What goes into the log of an event.
   *
   * @param data the event's data as JSON, with sorted keys
   */
  public static Entry of(Envelope<Event> heard, String data) {
    Event event = heard.event();
    boolean fits = data.getBytes(StandardCharsets.UTF_8).length <= MOST_DATA_BYTES;
    String topic = Topic.of(event).title();
    String type = EventTypes.typeOf(event.getClass());
    String body = CanonicalText.of(heard, topic, type, data, fits);
    if (body.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new IllegalArgumentException("source: the attributes of this event are too long");
    }
    return new Entry(
        heard.id(),
        heard.source(),
        topic,
        type,
        event.key(),
        About.of(event),
        heard.time(),
        body,
        fits ? Optional.empty() : Optional.of(data));
  }

  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  public Hash leaf() {
    return Hash.ofLeaf(bytes());
  }
}
