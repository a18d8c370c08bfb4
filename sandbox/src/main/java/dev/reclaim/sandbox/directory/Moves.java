package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.ArrayList;
import java.util.List;

/** Renames, moves and deletes entries; membership is a link and follows. */
final class Moves {

  private Moves() {}

  static List<Entry> rename(Snapshot before, String name, String newRdn, String newParent)
      throws LDAPException {
    Entry moved = before.get(name);
    DN from = moved.getParsedDN();
    DN parent = newParent == null ? from.getParent() : before.get(newParent).getParsedDN();
    DN to = new DN(new RDN(newRdn), parent);
    if (before.find(to).isPresent()) {
      throw Refusal.entryExists();
    }
    List<Entry> all = new ArrayList<>();
    for (Entry entry : before.all()) {
      Entry next = entry.duplicate();
      if (entry.getParsedDN().isDescendantOf(from, true)) {
        DN now = replace(entry.getParsedDN(), from, to);
        next.setDN(now);
        next.setAttribute("distinguishedName", now.toString());
      }
      if (entry.equals(moved)) {
        next.setAttribute("name", new RDN(newRdn).getAttributeValues()[0]);
        next.setAttribute(
            new RDN(newRdn).getAttributeNames()[0], new RDN(newRdn).getAttributeValues()[0]);
      }
      relink(next, "member", from, to);
      relink(next, "manager", from, to);
      all.add(next);
    }
    return all;
  }

  static List<Entry> delete(Snapshot before, String name) throws LDAPException {
    Entry gone = before.get(name);
    if (!before.below(gone.getParsedDN()).isEmpty()) {
      throw new LDAPException(
          ResultCode.NOT_ALLOWED_ON_NONLEAF,
          "00002015: UpdErr: DSID-031A1261, problem 6003 (CANT_ON_NON_LEAF), data 0\n");
    }
    List<Entry> all = new ArrayList<>();
    for (Entry entry : before.all()) {
      if (!entry.equals(gone)) {
        Entry next = entry.duplicate();
        unlink(next, "member", gone.getParsedDN());
        unlink(next, "manager", gone.getParsedDN());
        all.add(next);
      }
    }
    return all;
  }

  private static DN replace(DN name, DN from, DN to) {
    RDN[] whole = name.getRDNs();
    int kept = whole.length - from.getRDNs().length;
    RDN[] target = to.getRDNs();
    RDN[] next = new RDN[kept + target.length];
    System.arraycopy(whole, 0, next, 0, kept);
    System.arraycopy(target, 0, next, kept, target.length);
    return new DN(next);
  }

  private static void relink(Entry entry, String attribute, DN from, DN to) throws LDAPException {
    if (entry.hasAttribute(attribute)) {
      List<String> values = new ArrayList<>();
      for (DN value : Names.all(entry.getAttributeValues(attribute))) {
        values.add(
            (value.isDescendantOf(from, true) ? replace(value, from, to) : value).toString());
      }
      entry.setAttribute(attribute, values);
    }
  }

  private static void unlink(Entry entry, String attribute, DN gone) {
    if (entry.hasAttribute(attribute)) {
      for (String value : entry.getAttributeValues(attribute)) {
        if (Names.same(value, gone.toString())) {
          entry.removeAttributeValue(attribute, value);
        }
      }
    }
  }
}
