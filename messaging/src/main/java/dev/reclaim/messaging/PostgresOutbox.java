package dev.reclaim.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.events.Event;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** The outbox as a table; rows leave it when the broker has acknowledged them. */
public final class PostgresOutbox implements Outbox {

  private final DataSource database;
  private final InstantSource clock;
  private final String source;

  /**
   * @param source the name of this service, the CloudEvents {@code source} of all it says
   */
  public PostgresOutbox(DataSource database, InstantSource clock, String source) {
    this.database = database;
    this.clock = clock;
    this.source = source;
  }

  @Override
  public void add(List<? extends Event> events, Cause cause) {
    addAll(events.stream().map(event -> new Told(event, cause)).toList());
  }

  /** With one statement, however many they are. */
  @Override
  public void addAll(List<Told> events) {
    addRecords(
        events.stream()
            .map(one -> new Envelope<>(newId(), source, clock.instant(), one.cause(), one.event()))
            .map(CloudEvents::toRecord)
            .toList());
  }

  /** Adds records as they are; the dead letters use this. */
  void addRecords(List<ProducerRecord<String, byte[]>> records) {
    if (records.isEmpty()) {
      return;
    }
    String[] topics = new String[records.size()];
    String[] keys = new String[records.size()];
    String[] headers = new String[records.size()];
    byte[][] values = new byte[records.size()][];
    for (int i = 0; i < records.size(); i++) {
      ProducerRecord<String, byte[]> record = records.get(i);
      topics[i] = record.topic();
      keys[i] = record.key();
      headers[i] = headersAsJson(record);
      values[i] = record.value();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                WITH added AS (
                  INSERT INTO outbox (topic, key, headers, value)
                  SELECT topic, key, headers::jsonb, value
                  FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS t(topic, key, headers, value, n) ORDER BY n)
                SELECT pg_notify('outbox', '')
                """)) {
      insert.setArray(1, connection.createArrayOf("text", topics));
      insert.setArray(2, connection.createArrayOf("text", keys));
      insert.setArray(3, connection.createArrayOf("text", headers));
      insert.setArray(4, connection.createArrayOf("bytea", values));
      insert.execute();
    } catch (SQLException e) {
      throw new DatabaseFailure("the outbox could not be written", e);
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static String headersAsJson(ProducerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(
          header.key(),
          header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
    }
    try {
      // PostgreSQL's jsonb has no NUL character.
      return EventCodec.json().writeValueAsString(headers).replace("\\u0000", "\\ufffd");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("headers that cannot be written", e);
    }
  }
}
