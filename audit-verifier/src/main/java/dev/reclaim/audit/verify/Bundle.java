package dev.reclaim.audit.verify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of one bundle, each behind its length in two bytes, big-endian.
 *
 * @param whole whether the bytes ended exactly where the last entry ends
 */
record Bundle(List<ByteBuffer> entries, boolean whole) {

  static Bundle read(byte[] bytes) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    List<ByteBuffer> entries = new ArrayList<>(TilePath.WIDTH);
    while (rest.remaining() >= 2) {
      int length = Short.toUnsignedInt(rest.getShort(rest.position()));
      if (rest.remaining() - 2 < length) {
        break;
      }
      entries.add(rest.slice(rest.position() + 2, length));
      rest.position(rest.position() + 2 + length);
    }
    return new Bundle(entries, !rest.hasRemaining());
  }

  Bundle cutTo(int width) {
    return entries.size() <= width ? this : new Bundle(entries.subList(0, width), true);
  }
}
