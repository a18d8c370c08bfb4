package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All entries at one moment; never changes, so a reader may keep it. */
final class Snapshot {

  private final Map<DN, Entry> entries;
  private final Map<DN, Set<DN>> groupsOf = new HashMap<>();

  Snapshot(Collection<Entry> all) throws LDAPException {
    Map<DN, Entry> byName = new LinkedHashMap<>();
    for (Entry entry : all) {
      byName.put(entry.getParsedDN(), entry);
      for (DN member : Names.all(entry.getAttributeValues("member"))) {
        groupsOf.computeIfAbsent(member, any -> new LinkedHashSet<>()).add(entry.getParsedDN());
      }
    }
    entries = byName;
  }

  Collection<Entry> all() {
    return entries.values();
  }

  Optional<Entry> find(DN name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** The entry of that name, or of that objectGUID if the name is {@code <GUID=...>}. */
  Entry get(String name) throws LDAPException {
    if (name.startsWith("<GUID=") && name.endsWith(">")) {
      byte[] guid = Guids.parse(name.substring(6, name.length() - 1));
      return all().stream()
          .filter(entry -> Arrays.equals(guid, entry.getAttributeValueBytes("objectGUID")))
          .findFirst()
          .orElseThrow(() -> Refusal.noSuchObject(""));
    }
    DN wanted = new DN(name);
    return find(wanted).orElseThrow(() -> Refusal.noSuchObject(bestMatch(wanted)));
  }

  /** The groups whose member attribute names the entry. */
  Set<DN> groupsOf(DN name) {
    return groupsOf.getOrDefault(name, Set.of());
  }

  /** The groups that the entry is in, on any road through member attributes. */
  Set<DN> allGroupsOf(DN name) {
    Set<DN> found = new LinkedHashSet<>();
    collect(name, found);
    return found;
  }

  private void collect(DN name, Set<DN> found) {
    for (DN group : groupsOf(name)) {
      if (found.add(group)) {
        collect(group, found);
      }
    }
  }

  List<Entry> below(DN name) {
    return all().stream().filter(entry -> isBelow(entry, name)).toList();
  }

  private static boolean isBelow(Entry entry, DN name) {
    try {
      return entry.getParsedDN().isDescendantOf(name, false);
    } catch (LDAPException e) {
      return false;
    }
  }

  private String bestMatch(DN wanted) {
    for (DN parent = wanted.getParent(); parent != null; parent = parent.getParent()) {
      if (entries.containsKey(parent)) {
        return parent.toString();
      }
    }
    return "";
  }
}
