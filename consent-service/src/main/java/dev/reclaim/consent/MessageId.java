package dev.reclaim.consent;

import dev.reclaim.events.PromptId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Names one message to one reader; a repeat goes by the same name, so receivers can tell. */
public record MessageId(String value) {

  public MessageId {
    Objects.requireNonNull(value, "message: is missing");
  }

  /** The same input gives the same id. */
  public static MessageId of(PromptId first, Message.Purpose purpose, Channel channel, Instant at) {
    String from = first + "/" + purpose + "/" + channel + "/" + at;
    return new MessageId(
        "msg-" + UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)).toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
