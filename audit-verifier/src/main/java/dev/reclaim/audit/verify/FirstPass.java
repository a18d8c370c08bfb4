package dev.reclaim.audit.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Streams all entries once: hashes each, rebuilds every tile and the root, and compares with what
 * is served, what was signed, and what was witnessed. Needs no memory that grows with the log.
 */
final class FirstPass {

  /** A forged size must not keep the check busy for ever. */
  private static final int MOST_MISSING = 1000;

  private final Tiles tiles;
  private final Checkpoint checkpoint;
  private final Progress progress;
  private final OutputStream fresh;
  private final WitnessedLeaves.Reader witnessed;
  private final Deque<Checkpoint> waypoints;

  private final Merkle merkle = new Merkle();
  private final Tower tower;
  private final Edge edge;
  private final List<String> sentences = new ArrayList<>();
  private boolean suspect;
  private int missingBundles;
  private long position;

  private FirstPass(
      Tiles tiles,
      Checkpoint checkpoint,
      Witness witness,
      WitnessedLeaves.Reader witnessed,
      OutputStream fresh,
      Progress progress,
      Ahead<Optional<byte[]>> leafTiles) {
    this.tiles = tiles;
    this.checkpoint = checkpoint;
    this.progress = progress;
    this.fresh = fresh;
    this.witnessed = witnessed;
    this.waypoints = new ArrayDeque<>(witness.checkpoints());
    this.tower = new Tower(tiles, leafTiles);
    this.edge = new Edge(merkle, tower::complete);
  }

  /**
   * Leaves the hashes of entries that were never witnessed in the witness's place for fresh ones.
   */
  static Faults over(Source source, Checkpoint checkpoint, Witness witness, Progress progress) {
    WitnessedLeaves leaves = witness.leaves();
    Tiles tiles = new Tiles(source, checkpoint.size());
    try (var witnessed = leaves.read();
        var fresh = leaves.fresh();
        var leafTiles = new Ahead<>(tiles.bundles(), index -> tiles.hashes(0, index))) {
      return new FirstPass(tiles, checkpoint, witness, witnessed, fresh, progress, leafTiles).run();
    } catch (IOException e) {
      throw new CannotCheck("Cannot write to " + witness.folder() + ".", e);
    }
  }

  private Faults run() throws IOException {
    try (Ahead<Optional<Bundle>> bundles = new Ahead<>(tiles.bundles(), tiles::bundle)) {
      passWaypoints();
      for (long index = 0; index < tiles.bundles() && !gaveUp(); index++) {
        read(bundles.next(), TilePath.width(0, index, tiles.size()));
        progress.reached(position, tiles.size());
      }
    }
    if (gaveUp()) {
      sentences.add(
          "From position %d on, bundles of entries are missing; gave up after %d of them."
              .formatted(position, missingBundles));
    }
    Hash root = edge.root();
    if (!root.equals(checkpoint.root())) {
      sentences.add("The entries do not give the root that was signed.");
    }
    for (Checkpoint ahead : waypoints) {
      sentences.add(
          "The log had %,d entries when it was witnessed, and has %,d now."
              .formatted(ahead.size(), tiles.size()));
    }
    return new Faults(suspect, gaveUp(), tower.finish(), root, sentences);
  }

  private boolean gaveUp() {
    return missingBundles > MOST_MISSING;
  }

  private void read(Optional<Bundle> bundle, int width) throws IOException {
    if (bundle.isEmpty() || !bundle.get().whole() || bundle.get().entries().size() != width) {
      suspect = true;
    }
    if (bundle.isEmpty()) {
      missingBundles++;
    } else {
      for (ByteBuffer entry : bundle.get().entries()) {
        read(entry);
      }
    }
  }

  private void read(ByteBuffer entry) throws IOException {
    Hash hash = merkle.leaf(entry);
    edge.add(0, hash);
    if (witnessed.hasNext()) {
      suspect |= !witnessed.next().equals(hash);
    } else {
      fresh.write(hash.bytes());
    }
    EntryWords.dataBeside(entry).ifPresent(this::readDataBeside);
    position++;
    passWaypoints();
  }

  /** The log must still have every root that it had when it was witnessed. */
  private void passWaypoints() {
    while (!waypoints.isEmpty() && waypoints.peek().size() == position) {
      Checkpoint waypoint = waypoints.remove();
      if (!edge.root().equals(waypoint.root())) {
        sentences.add(
            "The first %,d entries do not give the root that was witnessed."
                .formatted(waypoint.size()));
      }
    }
  }

  private void readDataBeside(String sha256) {
    Optional<byte[]> data = tiles.source().read(TilePath.data(sha256));
    boolean same =
        data.map(bytes -> HexFormat.of().formatHex(Merkle.sha256().digest(bytes)))
            .filter(sha256::equals)
            .isPresent();
    if (!same) {
      sentences.add(
          "Position %d: the data that is kept beside this entry was %s."
              .formatted(position, data.isPresent() ? "changed" : "removed"));
    }
  }
}
