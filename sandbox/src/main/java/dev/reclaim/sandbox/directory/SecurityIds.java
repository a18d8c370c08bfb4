package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.Entry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** Identifiers of the one domain, as they are stored (MS-DTYP 2.4.2.2). */
final class SecurityIds {

  private static final byte[] DOMAIN_HEAD = {1, 5, 0, 0, 0, 0, 0, 5};
  private static final int[] DOMAIN = {21, 1004336348, 1177238915, 682003330};

  private SecurityIds() {}

  static byte[] inDomain(int number) {
    ByteBuffer sid = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN).put(DOMAIN_HEAD);
    for (int part : DOMAIN) {
      sid.putInt(part);
    }
    return sid.putInt(number).array();
  }

  /** The number within the domain; empty if the entry has no identifier. */
  static OptionalInt numberOf(Entry entry) {
    byte[] sid = entry.getAttributeValueBytes("objectSid");
    return sid == null || sid.length < Integer.BYTES
        ? OptionalInt.empty()
        : OptionalInt.of(
            ByteBuffer.wrap(sid).order(ByteOrder.LITTLE_ENDIAN).getInt(sid.length - Integer.BYTES));
  }
}
