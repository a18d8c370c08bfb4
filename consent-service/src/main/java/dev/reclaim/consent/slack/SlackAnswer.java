package dev.reclaim.consent.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.consent.SendsPrompts.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a method of Slack's answered: success and failure both come with HTTP 200. */
sealed interface SlackAnswer {

  record Ok(JsonNode body) implements SlackAnswer {}

  /**
   * It did not work.
   *
   * @param error Slack's name for it, such as {@code users_not_found}
   */
  record Refused(String error) implements SlackAnswer {

    /** About the reader, so it will not work next time either. */
    private static final Set<String> OF_THE_READER =
        Set.of(
            "users_not_found",
            "user_not_found",
            "user_not_visible",
            "user_disabled",
            "cannot_dm_bot",
            "channel_not_found",
            "is_archived",
            "messages_tab_disabled");

    /** About the message. */
    private static final Set<String> OF_THE_MESSAGE =
        Set.of(
            "msg_too_long",
            "msg_blocks_too_long",
            "invalid_blocks",
            "invalid_blocks_format",
            "no_text",
            "markdown_text_conflict",
            "metadata_too_large");

    /** What is not known here waits, and operators see it. */
    Outcome outcome() {
      if (OF_THE_READER.contains(error)) {
        return new Outcome.Undeliverable("Slack does not reach the reader: " + error);
      }
      return OF_THE_MESSAGE.contains(error)
          ? new Outcome.Undeliverable("Slack refuses the message: " + error)
          : new Outcome.TryLater("Slack refuses: " + error, Optional.empty());
    }
  }

  /** Not now. */
  record Later(String why, Optional<Duration> after) implements SlackAnswer {}

  /** It may have been done, and no answer came. */
  record Lost(String why) implements SlackAnswer {}
}
