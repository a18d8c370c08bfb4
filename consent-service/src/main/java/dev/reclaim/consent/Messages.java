package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messages that have to leave the house: the work table of whoever sends them. A message gathers
 * questions until it is first claimed; a question that was closed or answered meanwhile is left
 * out.
 */
public interface Messages {

  /**
   * Puts a question into the message that gathers for this reader, purpose and channel; begins one
   * where none does.
   *
   * @param sendFrom not sent before; the earliest of its questions counts
   */
  void gather(PromptId prompt, Wanted wanted, Instant sendFrom, Instant now);

  /** Which message a question goes into. */
  record Wanted(HolderId reader, Message.Purpose purpose, Channel channel) {}

  /**
   * Takes the next one to be sent, unless the channel rests; without the questions that reached
   * their reader since it was begun, or that an older message by the same channel still brings. Two
   * that waited for the same dead server do not both go out. Nobody else gets it before the lease
   * ends. If we stop in between, it is tried again then, under the same id.
   */
  Optional<Message> claim(Channel channel, Instant now, Instant leaseUntil);

  Optional<Message> find(MessageId id);

  /**
   * The channel took it.
   *
   * @param reference how the channel calls it, where it does
   */
  void sent(MessageId message, Optional<String> reference, Instant at);

  /**
   * Notes that the channel did not take it.
   *
   * @return how often it was tried
   */
  int failed(MessageId message, String why);

  /** It was claimed before its time, which does not count as an attempt. */
  void putOff(MessageId message, Instant until);

  void tryAgainAt(MessageId message, Instant at);

  /**
   * It will never reach its reader, or came back.
   *
   * @return whether that is news
   */
  boolean undeliverable(MessageId message, String why);

  /** What a reader heard of us lately. */
  AttentionBudget.Lately lately(HolderId reader);

  /** The channels that a question went out by, or is to. */
  Set<Channel> channelsOf(PromptId prompt);

  Waiting waiting(Channel channel, Instant now);

  /**
   * How much waits that should have left by now.
   *
   * @param oldest since when
   * @param trouble what the channel said last
   */
  record Waiting(long count, Optional<Instant> oldest, Optional<String> trouble) {}

  /** Those that should have left by now, the oldest first. */
  List<Late> late(Channel channel, Instant now, int most);

  /**
   * One message that should have left by now.
   *
   * @param attempts how often it was tried
   * @param trouble what the channel said last
   */
  record Late(
      MessageId id,
      Message.Purpose purpose,
      HolderId reader,
      Instant since,
      int attempts,
      Instant nextAttempt,
      Optional<String> trouble) {}
}
