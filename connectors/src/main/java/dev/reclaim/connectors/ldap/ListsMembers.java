package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.events.Via;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists everybody who belongs to a group, on any road. */
final class ListsMembers {

  private final Directory directory;
  private final Memberships memberships;
  private final Map<DN, ListedSeat> seats = new LinkedHashMap<>();
  private final Set<DN> visited = new HashSet<>();

  /** For one listing. */
  ListsMembers(Directory directory, Memberships memberships) {
    this.directory = directory;
    this.memberships = memberships;
  }

  List<ListedSeat> of(DN group) throws LDAPException {
    collect(group, new Via.Direct());
    return List.copyOf(seats.values());
  }

  /** Direct seats first, so that they win over inherited ones. */
  private void collect(DN group, Via via) throws LDAPException {
    if (!visited.add(group)) {
      return;
    }
    List<DN> nested = new ArrayList<>();
    for (Entry member : membersOf(group)) {
      if (member.hasObjectClass("group")) {
        nested.add(member.getParsedDN());
      } else {
        seats.putIfAbsent(member.getParsedDN(), MemberEntry.asSeat(member, via));
      }
    }
    for (DN inner : nested) {
      collect(inner, new Via.Group(inner.toString()));
    }
  }

  private List<Entry> membersOf(DN group) throws LDAPException {
    Entry groupEntry = memberships.group(group);
    Map<DN, Entry> readable = new HashMap<>();
    for (Entry entry : directory.search(directory.domain(), memberOf(group), MemberEntry.READ)) {
      readable.put(entry.getParsedDN(), entry);
    }
    List<Entry> members = new ArrayList<>();
    for (String value : directory.values(group, "member")) {
      DN name = new DN(value);
      Entry known = readable.get(name);
      members.add(known != null ? known : readSingly(name));
    }
    members.addAll(byPrimaryGroup(groupEntry));
    return members;
  }

  /** A member of another domain, for example. One that cannot be read spoils the whole listing. */
  private Entry readSingly(DN name) throws LDAPException {
    return directory
        .read(name, MemberEntry.READ)
        .orElseThrow(
            () ->
                new LDAPException(
                    ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "the member " + name + " is hidden"));
  }

  private List<Entry> byPrimaryGroup(Entry group) throws LDAPException {
    Optional<SecurityId> id = SecurityId.of(group);
    return id.isEmpty()
        ? List.of()
        : directory.search(
            directory.domain(),
            Filter.createEqualityFilter("primaryGroupID", Integer.toString(id.get().number())),
            MemberEntry.READ);
  }

  private static Filter memberOf(DN group) {
    return Filter.createEqualityFilter("memberOf", group.toString());
  }
}
