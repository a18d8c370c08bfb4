package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.Optional;

/**
 * A channel. It hands over what it is given, and says what became of it; when, how often and to
 * whom is decided elsewhere. Called outside any transaction, on a thread of the channel's own.
 */
public interface SendsPrompts {

  Channel channel();

  /** Whether this reader can be reached here, as far as HR's data and our configuration tell. */
  boolean reaches(Holder reader);

  /**
   * Whether several messages may be under way at once. Not where an answer may ask all of us to
   * wait: what is under way then would come too early.
   */
  default boolean severalAtOnce() {
    return false;
  }

  /**
   * Hands one message over. The same message may come again after a crash, under the same id, with
   * fresh links and a fresh code.
   */
  Outcome send(Letter letter);

  /** What became of a message. */
  sealed interface Outcome {

    /**
     * The channel took it.
     *
     * @param reference how the channel calls it, where it does
     */
    record Delivered(Optional<String> reference) implements Outcome {}

    /**
     * Not now.
     *
     * @param why without links, codes or addresses
     * @param after how long the channel asked us to wait, if it did
     */
    record TryLater(String why, Optional<Duration> after) implements Outcome {}

    /**
     * This reader is not reached here, however often it is tried.
     *
     * @param why without links, codes or addresses
     */
    record Undeliverable(String why) implements Outcome {}
  }
}
