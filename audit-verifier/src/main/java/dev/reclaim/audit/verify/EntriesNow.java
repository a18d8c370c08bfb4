package dev.reclaim.audit.verify;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** All entries as they are served now, one after the other, whatever bundle they are in. */
final class EntriesNow implements Iterator<Is>, AutoCloseable {

  private final Merkle merkle = new Merkle();
  private final Ahead<Optional<Bundle>> bundles;
  private long bundlesLeft;
  private long position;
  private Iterator<ByteBuffer> bundle = Collections.emptyIterator();

  EntriesNow(Tiles tiles) {
    this.bundles = new Ahead<>(tiles.bundles(), tiles::bundle);
    this.bundlesLeft = tiles.bundles();
  }

  @Override
  public boolean hasNext() {
    while (!bundle.hasNext() && bundlesLeft > 0) {
      bundlesLeft--;
      bundle = bundles.next().map(read -> read.entries().iterator()).orElse(bundle);
    }
    return bundle.hasNext();
  }

  @Override
  public Is next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ByteBuffer entry = bundle.next();
    return new Is(position++, merkle.leaf(entry), entry);
  }

  @Override
  public void close() {
    bundles.close();
  }
}
