package dev.reclaim.console.postgres;

import dev.reclaim.console.Transition;
import dev.reclaim.events.Event;
import dev.reclaim.events.EventTypes;
import dev.reclaim.events.Topic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One thing that happened, as it was said; the words for it are found when it is shown. */
@Entity
@Table(name = "transition")
class TransitionRow {

  @Id
  @Column(name = "event_id")
  String eventId;

  String candidate;
  Instant at;
  String topic;
  String type;
  String event;

  static TransitionRow of(Transition transition) {
    TransitionRow row = new TransitionRow();
    row.eventId = Stored.text(transition.id());
    row.candidate = transition.candidate().value();
    row.at = transition.at().truncatedTo(ChronoUnit.MICROS); // What the column can hold.
    row.topic = Topic.of(transition.event()).title();
    row.type = EventTypes.typeOf(transition.event().getClass());
    row.event = Stored.json(transition.event());
    return row;
  }

  Transition transition() {
    Class<? extends Event> record =
        EventTypes.recordFor(type)
            .orElseThrow(() -> new IllegalStateException("a stored " + type + " is not known"));
    Event said = Stored.fromJson(event, record);
    int hash = eventId.indexOf('#');
    return Transition.of(eventId.substring(0, hash), eventId.substring(hash + 1), at, said)
        .orElseThrow(() -> new IllegalStateException(type + " is not about a candidate"));
  }
}
