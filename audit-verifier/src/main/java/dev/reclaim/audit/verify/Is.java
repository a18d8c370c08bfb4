package dev.reclaim.audit.verify;

import java.nio.ByteBuffer;

/** What stands at a position now. */
record Is(long position, Hash hash, ByteBuffer entry) {

  String words() {
    return EntryWords.of(entry);
  }
}
