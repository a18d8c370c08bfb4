package dev.reclaim.usage.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What became of the events of one request.
 *
 * @param accepted how many the broker has now
 * @param rejected the others
 */
public record EventsAnswer(int accepted, List<Rejected> rejected) {

  /**
   * One event that was refused.
   *
   * @param index its place in the batch, from 0
   * @param id if it had one that could be read
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Rejected(int index, Optional<String> id, String field, String reason) {}
}
