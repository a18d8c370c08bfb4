package dev.reclaim.consent.postgres;

import dev.reclaim.consent.AttentionBudget;
import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Message;
import dev.reclaim.consent.MessageId;
import dev.reclaim.consent.Messages;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Messages and their questions: the work table of those who send. */
public final class MessageTable implements Messages {

  private final Sql sql;

  public MessageTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void gather(PromptId prompt, Wanted wanted, Instant sendFrom, Instant now) {
    String message =
        sql.one(
                """
                INSERT INTO message (id, reader, purpose, channel, opened_at, next_attempt_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (reader, purpose, channel) WHERE attempts = 0 AND state = 'WAITING'
                DO UPDATE SET next_attempt_at =
                  least(message.next_attempt_at, excluded.next_attempt_at)
                RETURNING id
                """,
                row -> row.getString("id"),
                idOf(prompt, wanted, now),
                wanted.reader().value(),
                wanted.purpose().name(),
                wanted.channel().name(),
                now,
                sendFrom)
            .orElseThrow();
    sql.change(
        """
        INSERT INTO message_prompt (message, prompt) VALUES (?, ?) ON CONFLICT DO NOTHING
        """,
        message,
        prompt.value());
  }

  private static String idOf(PromptId prompt, Wanted wanted, Instant now) {
    return MessageId.of(prompt, wanted.purpose(), wanted.channel(), now).value();
  }

  @Override
  public Optional<Message> claim(Channel channel, Instant now, Instant leaseUntil) {
    Optional<Message> next = claimed(channel, now, leaseUntil);
    while (next.isPresent() && next.get().prompts().isEmpty()) {
      sql.change("UPDATE message SET state = 'DROPPED' WHERE id = ?", next.get().id().value());
      next = claimed(channel, now, leaseUntil);
    }
    return next;
  }

  private Optional<Message> claimed(Channel channel, Instant now, Instant leaseUntil) {
    return sql.one(
            """
            UPDATE message SET attempts = attempts + 1, next_attempt_at = ?
            WHERE id = (SELECT id FROM message
              WHERE channel = ? AND state = 'WAITING' AND next_attempt_at <= ?
                AND NOT EXISTS (SELECT FROM channel_pause pause
                  WHERE pause.channel = message.channel AND pause.rests_until > ?)
              ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """,
            MessageTable::withoutPrompts,
            leaseUntil,
            channel.name(),
            now,
            now)
        .map(this::withPrompts);
  }

  @Override
  public Optional<Message> find(MessageId id) {
    return sql.one("SELECT * FROM message WHERE id = ?", MessageTable::withoutPrompts, id.value())
        .map(this::withPrompts);
  }

  private static Message withoutPrompts(ResultSet row) throws SQLException {
    return new Message(
        new MessageId(row.getString("id")),
        Channel.valueOf(row.getString("channel")),
        Message.Purpose.valueOf(row.getString("purpose")),
        new HolderId(row.getString("reader")),
        List.of(),
        row.getInt("attempts"));
  }

  /** Only what still wants an answer; and while it waits, only what nothing else tells or told. */
  private Message withPrompts(Message message) {
    List<PromptId> prompts =
        sql.list(
            """
            SELECT p.id FROM message_prompt m JOIN prompt p ON p.id = m.prompt
            JOIN message this ON this.id = m.message
            WHERE m.message = ? AND p.closed_at IS NULL AND p.answered IS NULL
              AND (this.state <> 'WAITING' OR ((p.sent_at > this.opened_at) IS NOT TRUE
                AND NOT EXISTS (
                  SELECT FROM message_prompt o JOIN message other ON other.id = o.message
                  WHERE o.prompt = p.id AND other.channel = this.channel
                    AND other.state = 'WAITING' AND other.opened_at < this.opened_at)))
            ORDER BY p.opened_at, p.id
            """,
            row -> new PromptId(row.getString("id")),
            message.id().value());
    return new Message(
        message.id(),
        message.channel(),
        message.purpose(),
        message.reader(),
        prompts,
        message.attempt());
  }

  @Override
  public void sent(MessageId message, Optional<String> reference, Instant at) {
    sql.change(
        """
        UPDATE message SET state = 'SENT', sent_at = ?, reference = ?, last_error = NULL
        WHERE id = ?
        """,
        at,
        reference,
        message.value());
    sql.change(
        """
        UPDATE prompt SET sent_at = coalesce(sent_at, ?)
        WHERE id IN (SELECT prompt FROM message_prompt WHERE message = ?)
        """,
        at,
        message.value());
  }

  @Override
  public int failed(MessageId message, String why) {
    return sql.one(
            "UPDATE message SET last_error = ? WHERE id = ? RETURNING attempts",
            row -> row.getInt(1),
            why,
            message.value())
        .orElse(1);
  }

  @Override
  public void putOff(MessageId message, Instant until) {
    sql.change(
        "UPDATE message SET attempts = attempts - 1, next_attempt_at = ? WHERE id = ?",
        until,
        message.value());
  }

  @Override
  public void tryAgainAt(MessageId message, Instant at) {
    sql.change(
        "UPDATE message SET next_attempt_at = ? WHERE id = ? AND state = 'WAITING'",
        at,
        message.value());
  }

  @Override
  public boolean undeliverable(MessageId message, String why) {
    int changed =
        sql.change(
            """
            UPDATE message SET state = 'UNDELIVERABLE', last_error = ?
            WHERE id = ? AND state IN ('WAITING', 'SENT')
            """,
            why,
            message.value());
    sql.change(
        """
        UPDATE prompt SET sent_at = NULL
        WHERE id IN (SELECT prompt FROM message_prompt WHERE message = ?)
          AND NOT EXISTS (SELECT FROM message_prompt other JOIN message m ON m.id = other.message
            WHERE other.prompt = prompt.id AND m.state = 'SENT')
        """,
        message.value());
    return changed == 1;
  }

  @Override
  public AttentionBudget.Lately lately(HolderId reader) {
    return sql.one(
            """
            SELECT max(coalesce(sent_at, opened_at)) FILTER (WHERE purpose = 'ASK') AS ask,
              coalesce(bool_or(attempts = 0 AND state = 'WAITING' AND purpose = 'ASK'), false)
                AS gathers,
              max(coalesce(sent_at, opened_at))
                FILTER (WHERE purpose = 'DIGEST' AND (attempts > 0 OR state = 'SENT')) AS digest
            FROM message
            WHERE reader = ? AND purpose IN ('ASK', 'DIGEST') AND state IN ('WAITING', 'SENT')
            """,
            row ->
                new AttentionBudget.Lately(
                    Sql.instant(row, "ask"), row.getBoolean("gathers"), Sql.instant(row, "digest")),
            reader.value())
        .orElse(AttentionBudget.Lately.NOTHING);
  }

  @Override
  public Set<Channel> channelsOf(PromptId prompt) {
    return sql
        .list(
            """
            SELECT DISTINCT m.channel FROM message_prompt p JOIN message m ON m.id = p.message
            WHERE p.prompt = ?
            """,
            row -> Channel.valueOf(row.getString("channel")),
            prompt.value())
        .stream()
        .collect(Collectors.toSet());
  }

  @Override
  public Waiting waiting(Channel channel, Instant now) {
    return sql.one(
            """
            SELECT count(*), min(opened_at) AS oldest,
              (array_agg(last_error ORDER BY next_attempt_at DESC)
                FILTER (WHERE last_error IS NOT NULL))[1] AS error
            FROM message
            WHERE channel = ? AND state = 'WAITING' AND (attempts > 0 OR next_attempt_at <= ?)
            """,
            row ->
                new Waiting(
                    row.getLong(1),
                    Sql.instant(row, "oldest"),
                    Optional.ofNullable(row.getString("error"))),
            channel.name(),
            now)
        .orElseThrow();
  }

  @Override
  public List<Late> late(Channel channel, Instant now, int most) {
    return sql.list(
        """
        SELECT * FROM message
        WHERE channel = ? AND state = 'WAITING' AND (attempts > 0 OR next_attempt_at <= ?)
        ORDER BY opened_at, id LIMIT ?
        """,
        row ->
            new Late(
                new MessageId(row.getString("id")),
                Message.Purpose.valueOf(row.getString("purpose")),
                new HolderId(row.getString("reader")),
                row.getTimestamp("opened_at").toInstant(),
                row.getInt("attempts"),
                row.getTimestamp("next_attempt_at").toInstant(),
                Optional.ofNullable(row.getString("last_error"))),
        channel.name(),
        now,
        most);
  }
}
