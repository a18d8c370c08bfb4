package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What is known about the use of one seat. Three values, since unknown is not unused. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Evidence.Used.class, name = "used"),
  @JsonSubTypes.Type(value = Evidence.NotUsedSince.class, name = "not-used-since"),
  @JsonSubTypes.Type(value = Evidence.Unknown.class, name = "unknown")
})
public sealed interface Evidence {

  /**
   * Used at least once inside the window that was looked at.
   *
   * @param last the last use, in the source's clock
   * @param measured how long the holder used it inside the window, as far as a source measured it
   * @param window how far back was looked
   * @param sources who saw it
   */
  record Used(Instant last, Duration measured, Duration window, Set<SourceName> sources)
      implements Evidence {

    public Used {
      sources = sources == null ? Set.of() : Set.copyOf(sources);
    }

    public Used(Instant last, Duration measured, Duration window) {
      this(last, measured, window, Set.of());
    }
  }

  /**
   * Not used, and a source was watching all that time.
   *
   * @param since from when on no use was seen
   * @param coverageFrom from when on a source covers the application without a gap
   */
  record NotUsedSince(Instant since, Instant coverageFrom) implements Evidence {}

  /**
   * Nobody can tell.
   *
   * @param why the reason, as a sentence that a person reads
   */
  record Unknown(String why) implements Evidence {}
}
