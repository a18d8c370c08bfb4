package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Applies the modifications of one request to one entry: all of them or none. */
final class Changes {

  private static final Set<String> COMPUTED =
      Set.of(
          "memberof", "objectguid", "objectsid", "distinguishedname", "name", "primarygrouptoken");
  private static final Set<String> SINGLE =
      Set.of(
          "useraccountcontrol",
          "samaccountname",
          "userprincipalname",
          "mail",
          "employeenumber",
          "admincount",
          "primarygroupid",
          "manager",
          "displayname",
          "givenname",
          "sn");
  private static final Set<String> OTHERS =
      Set.of("member", "description", "department", "title", "preferredlanguage", "objectclass");

  private final Snapshot before;
  private final Rights rights;
  private final boolean permissive;

  /**
   * Prepares for one request.
   *
   * @param permissive whether the request asked that changes already made are no error
   */
  Changes(Snapshot before, Rights rights, boolean permissive) {
    this.before = before;
    this.rights = rights;
    this.permissive = permissive;
  }

  Entry apply(Entry stored, List<Modification> modifications) throws LDAPException {
    Entry next = stored.duplicate();
    for (Modification modification : modifications) {
      String attribute = modification.getAttributeName().toLowerCase(Locale.ROOT);
      if (COMPUTED.contains(attribute)) {
        throw Refusal.computed();
      }
      if (!SINGLE.contains(attribute) && !OTHERS.contains(attribute)) {
        throw Refusal.unknownAttribute();
      }
      if (!rights.mayWrite(stored, attribute)) {
        throw Refusal.insufficientRights();
      }
      applyOne(next, modification);
    }
    return next;
  }

  private void applyOne(Entry entry, Modification modification) throws LDAPException {
    String attribute = modification.getAttributeName();
    ModificationType type = modification.getModificationType();
    if (type.equals(ModificationType.ADD)) {
      for (String value : modification.getValues()) {
        add(entry, attribute, value);
      }
    } else if (type.equals(ModificationType.DELETE)) {
      if (!modification.hasValue()) {
        deleteAll(entry, attribute);
      }
      for (String value : modification.getValues()) {
        delete(entry, attribute, value);
      }
    } else if (type.equals(ModificationType.REPLACE)) {
      entry.removeAttribute(attribute);
      for (String value : modification.getValues()) {
        add(entry, attribute, value);
      }
    } else {
      throw Refusal.notOffered("increment");
    }
  }

  private void add(Entry entry, String attribute, String value) throws LDAPException {
    boolean member = attribute.equalsIgnoreCase("member");
    if (member && before.find(Names.of(value)).isEmpty()) {
      throw Refusal.unknownMember();
    }
    boolean present =
        stored(entry, attribute, value) != null || (member && isPrimaryMember(entry, value));
    boolean occupied =
        SINGLE.contains(attribute.toLowerCase(Locale.ROOT)) && entry.hasAttribute(attribute);
    if (!present && !occupied) {
      entry.addAttribute(attribute, member ? spelled(value) : value);
    } else if (occupied || !permissive) {
      throw member ? Refusal.alreadyAMember() : Refusal.valueExists(attribute);
    }
  }

  private void delete(Entry entry, String attribute, String value) throws LDAPException {
    boolean member = attribute.equalsIgnoreCase("member");
    String found = stored(entry, attribute, member ? Names.of(value).toString() : value);
    if (found != null) {
      entry.removeAttributeValue(attribute, found);
    } else if (member && isPrimaryMember(entry, value)) {
      throw Refusal.primaryMember();
    } else if (!permissive) {
      throw member ? Refusal.notAMember() : Refusal.noSuchValue(attribute);
    }
  }

  private void deleteAll(Entry entry, String attribute) throws LDAPException {
    if (!entry.removeAttribute(attribute) && !permissive) {
      throw Refusal.noSuchValue(attribute);
    }
  }

  /** The value as it is spelled in the entry; null if it is not there. */
  private static String stored(Entry entry, String attribute, String value) {
    Attribute present = entry.getAttribute(attribute);
    if (present == null) {
      return null;
    }
    boolean name = attribute.equalsIgnoreCase("member") || attribute.equalsIgnoreCase("manager");
    for (String candidate : present.getValues()) {
      if (name ? Names.same(candidate, value) : candidate.equalsIgnoreCase(value)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean isPrimaryMember(Entry group, String member) throws LDAPException {
    OptionalInt number = SecurityIds.numberOf(group);
    return number.isPresent()
        && DN.isValidDN(member)
        && before
            .find(new DN(member))
            .filter(
                entry ->
                    entry.hasAttributeValue("primaryGroupID", Integer.toString(number.getAsInt())))
            .isPresent();
  }

  private String spelled(String member) throws LDAPException {
    return before.get(member).getParsedDN().toString();
  }

  /** All entries with one replaced. */
  static List<Entry> replacing(Snapshot before, Entry old, Entry next) {
    List<Entry> all = new ArrayList<>();
    for (Entry entry : before.all()) {
      all.add(entry.equals(old) ? next : entry);
    }
    return all;
  }
}
