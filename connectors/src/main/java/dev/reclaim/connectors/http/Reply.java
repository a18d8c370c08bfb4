package dev.reclaim.connectors.http;

import java.util.Map;

/** What came of a call. */
public sealed interface Reply {

  /**
   * The vendor answered.
   *
   * @param headers by lower-case name; of several with one name, all, joined with a comma
   */
  record Answered(int status, Map<String, String> headers, String body) implements Reply {

    public Answered {
      headers = Map.copyOf(headers);
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
