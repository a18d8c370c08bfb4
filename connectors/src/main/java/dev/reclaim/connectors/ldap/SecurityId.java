package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;

/** An object's identifier for access rules; its last four bytes are its number in the domain. */
record SecurityId(String hex) {

  static Optional<SecurityId> of(Entry entry) {
    return Optional.ofNullable(entry.getAttributeValueBytes("objectSid"))
        .filter(stored -> stored.length > Integer.BYTES)
        .map(stored -> new SecurityId(HexFormat.of().formatHex(stored)));
  }

  /** The number within the domain; stored with its low byte first (MS-DTYP). */
  int number() {
    return numberIn(stored());
  }

  /** Another object of the same domain. */
  SecurityId inSameDomain(int number) {
    byte[] other = stored();
    ByteBuffer.wrap(other)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(other.length - Integer.BYTES, number);
    return new SecurityId(HexFormat.of().formatHex(other));
  }

  Filter filter() {
    return Filter.createEqualityFilter("objectSid", stored());
  }

  private byte[] stored() {
    return HexFormat.of().parseHex(hex);
  }

  private static int numberIn(byte[] stored) {
    return ByteBuffer.wrap(stored)
        .order(ByteOrder.LITTLE_ENDIAN)
        .getInt(stored.length - Integer.BYTES);
  }
}
