package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Locale;
import java.util.UUID;

/** Gives a new entry what a controller adds by itself. */
final class NewEntry {

  private static final String SCHEMA = ",CN=Schema,CN=Configuration," + Company.DOMAIN;

  private NewEntry() {}

  static Entry complete(Entry given, UUID guid, int number) throws LDAPException {
    Entry entry = given.duplicate();
    entry.setAttribute("distinguishedName", entry.getParsedDN().toString());
    entry.setAttribute(
        entry.getRDN().getAttributeNames()[0], entry.getRDN().getAttributeValues()[0]);
    entry.setAttribute("name", entry.getRDN().getAttributeValues()[0]);
    entry.setAttribute("objectGUID", Guids.stored(guid));
    if (entry.hasObjectClass("user")) {
      entry.setAttribute("objectClass", "top", "person", "organizationalPerson", "user");
      entry.setAttribute("objectCategory", "CN=Person" + SCHEMA);
      setIfMissing(entry, "userAccountControl", "546");
      setIfMissing(entry, "primaryGroupID", "513");
      identify(entry, number);
    } else if (entry.hasObjectClass("group")) {
      entry.setAttribute("objectClass", "top", "group");
      entry.setAttribute("objectCategory", "CN=Group" + SCHEMA);
      setIfMissing(entry, "groupType", "-2147483646");
      identify(entry, number);
    } else if (!entry.hasAttribute("objectClass")) {
      throw new LDAPException(ResultCode.OBJECT_CLASS_VIOLATION, "00002014: no objectClass");
    }
    return entry;
  }

  private static void identify(Entry entry, int number) throws LDAPException {
    setIfMissing(
        entry, "sAMAccountName", "$" + Integer.toHexString(number).toUpperCase(Locale.ROOT));
    entry.setAttribute("objectSid", SecurityIds.inDomain(number));
  }

  private static void setIfMissing(Entry entry, String attribute, String value) {
    if (!entry.hasAttribute(attribute)) {
      entry.setAttribute(attribute, value);
    }
  }
}
