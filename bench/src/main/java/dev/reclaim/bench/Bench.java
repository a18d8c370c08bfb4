package dev.reclaim.bench;

import java.nio.file.Path;

/** One promise about speed, and the way to measure it. */
public interface Bench {

  /** As in {@code ./reclaim bench NAME}. */
  String name();

  /** The promise that it measures, with its target, in one sentence. */
  String promise();

  /**
   * Measures. Whatever it starts, it stops.
   *
   * @param scratch an empty folder, deleted afterwards
   * @param say hears what goes on, for whoever waits
   * @throws Exception when it cannot measure; a target that is missed is a result
   */
  Result run(Path scratch, Say say) throws Exception;

  /** Hears what goes on. */
  interface Say {
    void that(String line);
  }
}
