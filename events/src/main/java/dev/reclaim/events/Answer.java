package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The only two answers, everywhere. */
public enum Answer {
  @JsonProperty("Keep")
  KEEP,
  @JsonProperty("Release")
  RELEASE
}
