package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The earlier state in the words of a directory. Account and group are found again by their
 * objectGUID; the names are there for people.
 *
 * @param group empty where only the account mattered
 * @param wasMember whether the group's member attribute named the account
 */
record SavedAccount(
    ObjectGuid account, UserAccountControl control, Optional<ObjectGuid> group, boolean wasMember) {

  /** Where only the account matters, no group is read. */
  static SavedState save(Person person, Set<Step> before) {
    return new SavedState(ActiveDirectory.KIND, before, account(person));
  }

  private static Map<String, String> account(Person person) {
    return Map.of(
        "account.objectGUID", person.guid().toString(),
        "account.dn", person.name().toString(),
        "account.userAccountControl", Integer.toString(person.control().flags()));
  }

  static SavedState save(
      Person person, DN group, Entry groupEntry, boolean isMember, Set<Step> before)
      throws LDAPException {
    Map<String, String> values = new HashMap<>(account(person));
    values.put("group.objectGUID", guidOf(groupEntry).toString());
    values.put("group.dn", group.toString());
    values.put("group.member", Boolean.toString(isMember));
    return new SavedState(ActiveDirectory.KIND, before, values);
  }

  /**
   * Reads a stored state.
   *
   * @throws IllegalArgumentException if it is not one of a directory, or is incomplete
   */
  static SavedAccount read(SavedState saved) {
    if (!saved.connector().equals(ActiveDirectory.KIND)) {
      throw new IllegalArgumentException(
          "savedState.connector: '" + saved.connector() + "' is not " + ActiveDirectory.KIND);
    }
    return new SavedAccount(
        ObjectGuid.of(required(saved, "account.objectGUID")),
        new UserAccountControl(Integer.parseInt(required(saved, "account.userAccountControl"))),
        saved.value("group.objectGUID").map(ObjectGuid::of),
        saved.value("group.member").map(Boolean::parseBoolean).orElse(false));
  }

  private static String required(SavedState saved, String key) {
    return saved
        .value(key)
        .orElseThrow(() -> new IllegalArgumentException("savedState." + key + ": is missing"));
  }

  private static ObjectGuid guidOf(Entry group) throws LDAPException {
    byte[] stored = group.getAttributeValueBytes("objectGUID");
    if (stored == null) {
      throw new LDAPException(
          ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "objectGUID of the group cannot be read");
    }
    return ObjectGuid.of(stored);
  }
}
