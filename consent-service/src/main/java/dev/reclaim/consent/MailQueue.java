package dev.reclaim.consent;

import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Optional;

/** Questions that have not left the house yet. */
public interface MailQueue {

  /**
   * Takes the next one to be sent; nobody else gets it before the lease ends. If we stop in
   * between, it is tried again then.
   */
  Optional<Prompt> claim(Instant now, Instant leaseUntil);

  /** What is kept of a link and a code, before the mail that holds them is sent. */
  void keep(PromptId prompt, Secrets.Fresh fresh);

  void sent(PromptId prompt, Instant at);

  /**
   * Notes that the mail server did not take it.
   *
   * @return how often it was tried
   */
  int failed(PromptId prompt, String why);

  void tryAgainAt(PromptId prompt, Instant at);

  Waiting waiting();

  /**
   * How much waits.
   *
   * @param oldest since when
   * @param trouble what the mail server said last
   */
  record Waiting(long count, Optional<Instant> oldest, Optional<String> trouble) {}
}
