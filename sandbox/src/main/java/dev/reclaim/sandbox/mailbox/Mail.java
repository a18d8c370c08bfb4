package dev.reclaim.sandbox.mailbox;

import java.util.List;

/**
 * One message as its reader sees it.
 *
 * @param date as ISO 8601, empty if the message has none
 * @param text the plain part, empty if there is none
 * @param html the HTML part, empty if there is none
 */
public record Mail(
    String subject,
    String from,
    List<String> to,
    String date,
    String text,
    String html,
    String messageId) {

  public Mail {
    to = List.copyOf(to);
  }
}
