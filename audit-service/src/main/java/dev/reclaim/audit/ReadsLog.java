package dev.reclaim.audit;

import java.util.List;
import java.util.Optional;

/** Reads the log as it is in the database, and judges nothing: that is what verifiers are for. */
public interface ReadsLog extends Tiles {

  /** The last signed note; empty when nothing was ever appended. */
  Optional<String> lastNote();

  /**
   * The entries of a bundle, as they are there now, one after the other.
   *
   * @param tile of level 0
   */
  List<byte[]> entries(Tile tile);

  /** Data that is kept beside the log, by its SHA-256. */
  Optional<byte[]> dataBeside(Hash sha256);

  /** Entries that a question is about, by position. */
  List<Found> find(Question question);
}
