package dev.reclaim.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What came of a call. */
public sealed interface Reply {

  /** Nobody may stop us for longer than this. */
  Duration LONGEST_WAIT = Duration.ofDays(1);

  /**
   * The vendor answered.
   *
   * @param headers by lower-case name; of several with one name, all, joined with a comma
   */
  record Answered(int status, Map<String, String> headers, String body) implements Reply {

    public Answered {
      headers = Map.copyOf(headers);
    }

    /** How long it asks us to wait, if it does; never longer than a day, never less than zero. */
    public Optional<Duration> retryAfter(Instant now) {
      return Optional.ofNullable(headers.get("retry-after"))
          .flatMap(header -> RetryAfter.read(header, now))
          .map(asked -> asked.isNegative() ? Duration.ZERO : asked)
          .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
    }

    /** Without headers and body. */
    @Override
    public String toString() {
      return "Answered[" + status + "]";
    }
  }

  /** No connection came about, so the request was not received. */
  record Unreachable(String why) implements Reply {}

  /** The request may have been received and carried out; the answer did not come. */
  record Lost(String why) implements Reply {}

  /** The request was not sent, because it would have gone where it may not go. */
  record Forbidden(String why) implements Reply {}
}
