package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import java.util.Optional;

/** Reads how accounts belong to groups. */
final class Memberships {

  private final Directory directory;

  Memberships(Directory directory) {
    this.directory = directory;
  }

  /**
   * How a person belongs to a group.
   *
   * @throws LDAPException also if there is no such group, for then nothing is known
   */
  Membership of(Person person, DN group) throws LDAPException {
    Entry seatGroup = group(group);
    if (person.primaryGroup().isPresent()
        && person.primaryGroup().equals(SecurityId.of(seatGroup))) {
      return new Membership.Primary();
    }
    Optional<String> through = throughWhich(person, group);
    if (through.isPresent()) {
      return new Membership.Inherited(through.get());
    }
    if (isDirect(person, group)) {
      return new Membership.Direct();
    }
    return directory.matches(person.name(), Chain.memberOf(group))
        ? new Membership.Inherited("a group that the connection's login may not see")
        : new Membership.None();
  }

  /** Whether the group's member attribute names the person. */
  boolean isDirect(Person person, DN group) throws LDAPException {
    return directory.matches(
        group, Filter.createEqualityFilter("member", person.name().toString()));
  }

  /** The group's entry with its ids. */
  Entry group(DN group) throws LDAPException {
    return directory
        .read(group, "objectGUID", "objectSid", "objectClass")
        .filter(entry -> entry.hasObjectClass("group"))
        .orElseThrow(() -> new LDAPException(ResultCode.NO_SUCH_OBJECT, "no group " + group));
  }

  /** The group, other than the seat's own, that the person is in and that leads to the seat. */
  private Optional<String> throughWhich(Person person, DN group) throws LDAPException {
    Filter leadsThere =
        Filter.createANDFilter(
            Filter.createEqualityFilter("objectClass", "group"),
            Filter.createEqualityFilter("member", person.name().toString()),
            Chain.memberOf(group));
    List<Entry> found = directory.search(directory.domain(), leadsThere, "objectClass");
    if (!found.isEmpty()) {
      return Optional.of(found.getFirst().getDN());
    }
    Optional<Entry> primary = primaryGroup(person);
    return primary.isPresent()
            && directory.matches(primary.get().getParsedDN(), Chain.memberOf(group))
        ? primary.map(Entry::getDN)
        : Optional.empty();
  }

  private Optional<Entry> primaryGroup(Person person) throws LDAPException {
    if (person.primaryGroup().isEmpty()) {
      return Optional.empty();
    }
    return directory
        .search(directory.domain(), person.primaryGroup().get().filter(), "objectClass")
        .stream()
        .findFirst();
  }
}
