package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.util.List;

/**
 * One message to one reader on one channel, with one question or several.
 *
 * @param prompts those that still want an answer
 * @param attempt from one; a later one may follow one that reached its reader unnoticed
 */
public record Message(
    MessageId id,
    Channel channel,
    Purpose purpose,
    HolderId reader,
    List<PromptId> prompts,
    int attempt) {

  public Message {
    prompts = List.copyOf(prompts);
  }

  /** What it is sent for. */
  public enum Purpose {
    /** Questions to a holder. */
    ASK,
    /** Questions to an approver, all of a day in one. */
    DIGEST,
    /** Once more, since no answer came yet. */
    REMINDER,
    /** To see what it looks like; nobody is asked anything. */
    TEST
  }
}
