package dev.reclaim.usage.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a roster: of every line, and of those who have none.
 *
 * @param missing how many are no longer in the roster; absent when nobody asked, or it could not be
 *     told
 * @param missingNotJudged why it could not be told
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RosterAnswer(
    @JsonUnwrapped LinesAnswer lines, OptionalInt missing, Optional<String> missingNotJudged) {

  /** What is said of those who have no line. */
  record Missing(OptionalInt count, Optional<String> notJudged) {

    static final Missing NOT_ASKED = new Missing(OptionalInt.empty(), Optional.empty());
    static final Missing NOT_JUDGED =
        new Missing(
            OptionalInt.empty(),
            Optional.of(
                "Lines were rejected, so nobody can tell who is missing; mend them and send it all"
                    + " again."));

    static Missing of(int count) {
      return new Missing(OptionalInt.of(count), Optional.empty());
    }
  }

  static RosterAnswer of(LinesAnswer lines, Missing missing) {
    return new RosterAnswer(lines, missing.count(), missing.notJudged());
  }
}
