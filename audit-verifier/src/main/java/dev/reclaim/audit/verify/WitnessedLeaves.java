package dev.reclaim.audit.verify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The hashes of all entries that were ever found intact, 32 bytes each, in order, in one file. */
final class WitnessedLeaves {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path fresh;
  private final long count;

  /**
   * @param covered how many are covered by a witnessed checkpoint; a surplus in the file was
   *     written by a run that did not reach its end, and does not count
   */
  WitnessedLeaves(Path folder, long covered) {
    this.file = folder.resolve("leaves");
    this.fresh = folder.resolve("leaves.new");
    this.count = Math.min(covered, there() / Hash.BYTES);
  }

  long count() {
    return count;
  }

  /** Opens a reader of all of them, from the first on. */
  Reader read() {
    return new Reader();
  }

  /** The hash at one position, if it was witnessed. */
  Optional<Hash> at(long position) {
    if (position < 0 || position >= count) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(position * Hash.BYTES);
      return Optional.of(Hash.of(in.readNBytes(Hash.BYTES)));
    } catch (IOException e) {
      throw new CannotCheck("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
  }

  /** Opens a place for hashes that follow, if all turns out well. */
  OutputStream fresh() {
    try {
      Files.createDirectories(fresh.getParent());
      return new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Puts the fresh hashes behind the ones that count. */
  void appendFresh() {
    try (FileChannel to =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel from = FileChannel.open(fresh)) {
      to.truncate(count * Hash.BYTES).position(count * Hash.BYTES);
      for (long done = 0; done < from.size(); ) {
        done += from.transferTo(done, from.size() - done, to);
      }
      to.force(false);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  void forgetFresh() {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private long there() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new CannotCheck("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
  }

  private CannotCheck cannotWrite(IOException e) {
    return new CannotCheck("Cannot write to " + fresh.getParent() + ": " + e.getMessage() + ".", e);
  }

  /** Reads one hash after the other. */
  final class Reader implements Iterator<Hash>, AutoCloseable {

    private final InputStream in;
    private long left = count;

    private Reader() {
      try {
        in =
            count == 0
                ? InputStream.nullInputStream()
                : new BufferedInputStream(Files.newInputStream(file), BUFFER);
      } catch (IOException e) {
        throw new CannotCheck("Cannot read " + file + ": " + e.getMessage() + ".", e);
      }
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Hash next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      left--;
      try {
        return Hash.of(in.readNBytes(Hash.BYTES));
      } catch (IOException e) {
        throw new CannotCheck("Cannot read " + file + ": " + e.getMessage() + ".", e);
      }
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new CannotCheck("Cannot read " + file + ": " + e.getMessage() + ".", e);
      }
    }
  }
}
