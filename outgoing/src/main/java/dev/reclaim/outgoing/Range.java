package dev.reclaim.outgoing;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** A block of addresses, as written {@code 10.0.0.0/8}. */
record Range(InetAddress first, int length) {

  static Range of(String text) {
    String[] parts = text.split("/", -1);
    return new Range(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
  }

  static List<Range> all(String... texts) {
    return Stream.of(texts).map(Range::of).toList();
  }

  boolean holds(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < length; bit++) {
      int mask = 1 << (7 - bit % 8);
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
