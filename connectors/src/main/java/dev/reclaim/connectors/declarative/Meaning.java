package dev.reclaim.connectors.declarative;

import java.time.Duration;
import java.util.Optional;

/** What an answer of the vendor means. */
sealed interface Meaning {

  /** It is as asked for. */
  record Fine() implements Meaning {}

  /** What was asked for is not there; only a read proves it. */
  record NotThere() implements Meaning {}

  /** Nothing was done, and nothing will be without a person. */
  record Cannot(Template why, Template whatToDo) implements Meaning {}

  /** Not now; a change may have been made. */
  record NotNow(Optional<Duration> atLeast) implements Meaning {}

  /** Refused before anything was done, since a limit is reached. */
  record TooFast(Optional<Duration> atLeast) implements Meaning {}

  /** The connection's login lacks a permission. */
  record NoPermission() implements Meaning {}

  /** The connection's credentials were refused. */
  record NoSignIn() implements Meaning {}

  /** The session has ended; a new one may do. */
  record SessionOver() implements Meaning {}

  /** Refused, and the same attempt would end the same way. */
  record Refused(Template why, Template whatToDo) implements Meaning {}

  static Meaning of(Entry row) {
    Entry means = row.required("means");
    return switch (means.text()) {
      case "absent" -> new NotThere();
      case "cannot" -> new Cannot(words(row, "why"), words(row, "do"));
      case "too-fast" -> new TooFast(row.optional("wait", Length::of));
      case "later" -> new NotNow(row.optional("wait", Length::of));
      case "denied" -> new NoPermission();
      case "unauthorised" -> new NoSignIn();
      case "session-over" -> new SessionOver();
      case "failed" -> new Refused(words(row, "why"), words(row, "do"));
      default ->
          throw means.refuse(
              "must be absent, cannot, later, too-fast, denied, unauthorised, session-over or failed");
    };
  }

  private static Template words(Entry row, String key) {
    return Template.of(row.required(key));
  }
}
