package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Optional;

/**
 * An account as it is now.
 *
 * @param primaryGroup the one group that membership attributes leave out
 * @param marked whether the directory itself marks it as an administrator or a part of the system
 */
record Person(
    DN name,
    ObjectGuid guid,
    UserAccountControl control,
    Optional<SecurityId> primaryGroup,
    boolean marked) {

  static final String[] ATTRIBUTES = {
    "objectGUID",
    "objectSid",
    UserAccountControl.ATTRIBUTE,
    "primaryGroupID",
    "adminCount",
    "isCriticalSystemObject"
  };

  static Person of(Entry entry) throws LDAPException {
    byte[] guid = entry.getAttributeValueBytes("objectGUID");
    Integer control = entry.getAttributeValueAsInteger(UserAccountControl.ATTRIBUTE);
    if (guid == null || guid.length != 16 || control == null) {
      throw new LDAPException(
          ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
          "objectGUID and userAccountControl of an account cannot be read");
    }
    return new Person(
        entry.getParsedDN(),
        ObjectGuid.of(guid),
        new UserAccountControl(control),
        primaryGroup(entry),
        entry.hasAttributeValue("adminCount", "1")
            || entry.hasAttributeValue("isCriticalSystemObject", "TRUE"));
  }

  private static Optional<SecurityId> primaryGroup(Entry entry) {
    Integer number = entry.getAttributeValueAsInteger("primaryGroupID");
    return number == null
        ? Optional.empty()
        : SecurityId.of(entry).map(own -> own.inSameDomain(number));
  }
}
