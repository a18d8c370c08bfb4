package dev.reclaim.revocation.rest;

import dev.reclaim.revocation.Pace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One brake.
 *
 * @param why what it says at present
 * @param limit how many it lets through; only for limits
 * @param held how many it holds; {@code items} shows the first of them
 * @param voices who has asked for its release so far
 * @param voicesForOne who has asked for the release of one of {@code items} alone, by its id
 */
public record BrakeRow(
    String id,
    State state,
    String why,
    Optional<Limit> limit,
    int held,
    List<RevocationRow> items,
    List<String> voices,
    Map<String, List<String>> voicesForOne) {

  /** How it stands. */
  public enum State {
    /** Nothing to do. */
    OPEN,
    /** A limit is near. */
    WARNS,
    /** It stops whatever comes. */
    STOPS
  }

  /** A limit, and how much of it is used. */
  public record Limit(int perHour, int perDay, Pace pace) {}
}
