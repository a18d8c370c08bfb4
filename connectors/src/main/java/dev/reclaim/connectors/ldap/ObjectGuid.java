package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** The stable id of an entry, which outlives renames and moves. */
record ObjectGuid(UUID value) {

  /** As stored: the first three fields of the sixteen bytes have their low byte first (MS-DTYP). */
  static ObjectGuid of(byte[] stored) {
    ByteBuffer low = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
    long most =
        (Integer.toUnsignedLong(low.getInt()) << 32)
            | (Short.toUnsignedLong(low.getShort()) << 16)
            | Short.toUnsignedLong(low.getShort());
    return new ObjectGuid(
        new UUID(most, ByteBuffer.wrap(stored, 8, 8).order(ByteOrder.BIG_ENDIAN).getLong()));
  }

  static ObjectGuid of(String text) {
    return new ObjectGuid(UUID.fromString(text));
  }

  byte[] stored() {
    long most = value.getMostSignificantBits();
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) (most >>> 32))
        .putShort((short) (most >>> 16))
        .putShort((short) most)
        .order(ByteOrder.BIG_ENDIAN)
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  Filter filter() {
    return Filter.createEqualityFilter("objectGUID", stored());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
