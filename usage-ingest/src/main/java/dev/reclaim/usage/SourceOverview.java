package dev.reclaim.usage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How all sources stand, and what waits for a name to become known.
 *
 * @param looks how the looks at licence groups go
 */
public record SourceOverview(List<Source> sources, Waiting waiting, List<Look> looks) {

  /**
   * One sender of usage.
   *
   * @param records how many it sent that count as usage
   * @param ignored how many of its records proved no use, by reason
   */
  public record Source(
      String source,
      long records,
      Optional<Instant> firstRecordAt,
      Optional<Instant> lastRecordAt,
      Map<String, Long> ignored,
      List<Application> applications) {}

  /**
   * What one source says about one application.
   *
   * @param lastRecordAt of when its newest record is; a source that is silent for long is not
   *     believed
   * @param coverageFrom from when on it can be trusted to have told everything
   */
  public record Application(
      String application,
      long records,
      Instant firstRecordAt,
      Instant lastRecordAt,
      Optional<Instant> coverageFrom) {}

  /**
   * What is kept but counts for nobody yet; each list is cut off after the greatest hundred.
   *
   * @param accounts with usage, and no holder
   * @param applications with usage, that nobody defined; they count as presence elsewhere
   * @param seats of accounts that are no known holder's
   */
  public record Waiting(
      long accountsInAll,
      List<Unmatched> accounts,
      long applicationsInAll,
      List<Unmatched> applications,
      List<Unmatched> seats) {}

  /**
   * A name that leads nowhere.
   *
   * @param opens how much usage goes by it; for a seat, how many seats
   * @param why nobody knows it, or several claim it
   */
  public record Unmatched(String name, long opens, String why) {}

  /**
   * The looks at one application's group.
   *
   * @param stale the newest look changed nothing, for the reason given
   */
  public record Look(
      String application,
      Instant lookedAt,
      Optional<Instant> completeAt,
      int members,
      boolean stale,
      boolean held,
      Optional<String> reason) {}
}
