package dev.reclaim.http;

import java.time.Instant;

/**
 * Where the answers to requests with an {@code Idempotency-Key} are kept. A service that has such a
 * bean takes the key on every request that changes something.
 */
public interface RemembersAnswers {

  /** What is known of a key. */
  sealed interface Known {

    /** Nothing; from now on it is ours to answer. */
    record New() implements Known {}

    /**
     * It was answered.
     *
     * @param request what was asked for, as {@link RepeatedRequests} names it
     */
    record Answered(String request, Answer answer) implements Known {}

    /** Somebody else is about to answer it. */
    record UnderWay(String request) implements Known {}
  }

  /**
   * An answer, word for word.
   *
   * @param mediaType empty for an answer without a body
   */
  record Answer(int status, String mediaType, String body) {}

  /**
   * Begins, unless somebody has begun before. Whoever began long ago and never answered has died.
   *
   * @param request what is asked for
   */
  Known begin(String key, String request, Instant now);

  void answer(String key, Answer answer);

  /** It came to nothing; the next one may try. */
  void forget(String key);
}
