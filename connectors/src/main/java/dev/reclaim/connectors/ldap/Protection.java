package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Optional;

/** Says whom and what Reclaim must not touch. */
final class Protection {

  private final Directory directory;
  private final People people;

  Protection(Directory directory, People people) {
    this.directory = directory;
    this.people = people;
  }

  /** Why nothing may be taken from a person, as a sentence; empty if it may. */
  Optional<String> of(Person person) throws LDAPException {
    Optional<ObjectGuid> self = people.self();
    if (self.isEmpty()) {
      return Optional.of(
          "the connection's own login cannot be found in the directory, so nobody can be told"
              + " apart from it");
    }
    if (self.get().equals(person.guid())) {
      return Optional.of(person.name() + " is the login of this connection itself");
    }
    if (person.marked()) {
      return Optional.of(
          person.name() + " is a protected account of the directory (adminCount or system object)");
    }
    return adminGroupOf(person)
        .map(group -> person.name() + " is a member of the protected group " + group);
  }

  /** Why nobody may be taken out of a group, as a sentence; empty if it may. */
  Optional<String> of(DN group) throws LDAPException {
    return directory.matches(
            group,
            Filter.createORFilter(
                Filter.createEqualityFilter("adminCount", "1"),
                Filter.createEqualityFilter("isCriticalSystemObject", "TRUE")))
        ? Optional.of(group + " is a protected group of the directory")
        : Optional.empty();
  }

  /** The directory marks members of these groups only once an hour, so they are asked as well. */
  private Optional<String> adminGroupOf(Person person) throws LDAPException {
    Filter protectedGroup =
        Filter.createANDFilter(
            Filter.createEqualityFilter("objectClass", "group"),
            Filter.createEqualityFilter("adminCount", "1"));
    for (Entry group : directory.search(directory.domain(), protectedGroup, "objectClass")) {
      if (directory.matches(person.name(), Chain.memberOf(group.getParsedDN()))) {
        return Optional.of(group.getDN());
      }
    }
    return Optional.empty();
  }
}
