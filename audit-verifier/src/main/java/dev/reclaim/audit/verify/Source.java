package dev.reclaim.audit.verify;

import java.util.Optional;

/** Where the log is read from. Several threads may read at once. */
@FunctionalInterface
interface Source {

  /**
   * What is kept under this path of tlog-tiles.
   *
   * @return empty when there is no such thing
   * @throws CannotCheck when it cannot be known, since the way there is broken
   */
  Optional<byte[]> read(String path);
}
