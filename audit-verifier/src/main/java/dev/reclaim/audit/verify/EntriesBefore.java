package dev.reclaim.audit.verify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What every position held: as it was witnessed, and behind that as it was signed. Where the hash
 * tiles were rewritten too, nobody can say; those stretches are gathered.
 */
final class EntriesBefore implements Iterator<Was> {

  private final WitnessedLeaves.Reader witnessed;
  private final Tiles tiles;
  private final Optional<SignedLeaves> signed;
  private final List<Finding.HashesRewritten> unknown = new ArrayList<>();
  private long position;

  /**
   * @param signed empty when the signed root vouches for the entries of today as they are
   */
  EntriesBefore(WitnessedLeaves.Reader witnessed, Tiles tiles, Optional<SignedLeaves> signed) {
    this.witnessed = witnessed;
    this.tiles = tiles;
    this.signed = signed;
  }

  @Override
  public boolean hasNext() {
    return witnessed.hasNext() || position < tiles.size();
  }

  @Override
  public Was next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Was was =
        witnessed.hasNext()
            ? new Was(position, Optional.of(witnessed.next()), "witnessed")
            : new Was(position, signed.flatMap(this::signed), "signed");
    position++;
    return was;
  }

  /** Stretches of positions of which nobody knows what they held. */
  List<Finding.HashesRewritten> unknown() {
    return unknown;
  }

  private Optional<Hash> signed(SignedLeaves leaves) {
    Optional<byte[]> row = leaves.of(position / TilePath.WIDTH);
    if (row.isEmpty()) {
      remember();
    }
    return row.map(bytes -> Hash.at(bytes, (int) (position % TilePath.WIDTH)));
  }

  private void remember() {
    boolean goesOn = !unknown.isEmpty() && unknown.getLast().last() == position - 1;
    long from = goesOn ? unknown.removeLast().position() : position;
    unknown.add(new Finding.HashesRewritten(from, position));
  }
}
