package dev.reclaim.audit.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reclaim.audit.AppendEntries;
import dev.reclaim.audit.Entry;
import dev.reclaim.audit.LogWasChanged;
import dev.reclaim.events.Event;
import dev.reclaim.messaging.DatabaseFailure;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.messaging.Handler;
import java.sql.SQLException;
import java.util.List;

/** Appends what was heard on a topic, in the transaction that remembers that it was heard. */
public final class HearsEvents implements Handler {

  /** The events' own dialect, with all keys sorted, so that one event has one text. */
  private static final JsonMapper JSON =
      EventCodec.json()
          .rebuild()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** Of the class of states that may pass (55), so that listening waits and loses nothing. */
  private static final String NOT_IN_PREREQUISITE_STATE = "55000";

  private final AppendEntries append;

  public HearsEvents(AppendEntries append) {
    this.append = append;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    List<Entry> entries = fresh.stream().map(HearsEvents::entry).toList();
    try {
      append.append(entries);
    } catch (LogWasChanged e) {
      SQLException wait = new SQLException(e.getMessage(), NOT_IN_PREREQUISITE_STATE, e);
      throw new DatabaseFailure(e.getMessage(), wait);
    }
  }

  private static Entry entry(Envelope<Event> heard) {
    try {
      return Entry.of(heard, JSON.writeValueAsString(heard.event()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("data: cannot be written: " + e.getOriginalMessage(), e);
    }
  }
}
