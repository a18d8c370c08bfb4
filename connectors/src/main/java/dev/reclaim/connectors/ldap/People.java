package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Optional;

/** Finds accounts by any of their names. */
final class People {

  private static final Filter ANY_PERSON =
      Filter.createANDFilter(
          Filter.createEqualityFilter("objectCategory", "person"),
          Filter.createEqualityFilter("objectClass", "user"));

  private static final Filter UNPROTECTED =
      Filter.createANDFilter(
          ANY_PERSON,
          Filter.createNOTFilter(Filter.createEqualityFilter("adminCount", "1")),
          Filter.createNOTFilter(Filter.createEqualityFilter("isCriticalSystemObject", "TRUE")));

  private final Directory directory;

  People(Directory directory) {
    this.directory = directory;
  }

  /**
   * Looks in every name at once: a label that is the login of one and the address of another names
   * no one. The filter is built from values, never from text, so a star is a star.
   */
  PersonLook find(String label) throws LDAPException {
    List<Entry> found =
        directory.search(directory.base(), personCalled(label.strip()), Person.ATTRIBUTES);
    return switch (found.size()) {
      case 0 -> new PersonLook.None();
      case 1 -> new PersonLook.One(Person.of(found.getFirst()));
      default -> new PersonLook.Many(found.size());
    };
  }

  /** Finds an account again, wherever in the domain it is now. */
  Optional<Person> find(ObjectGuid guid) throws LDAPException {
    List<Entry> found = directory.search(directory.domain(), guid.filter(), Person.ATTRIBUTES);
    return found.isEmpty() ? Optional.empty() : Optional.of(Person.of(found.getFirst()));
  }

  /** Any account that is not protected, to try permissions on. */
  Optional<Entry> any(String... attributes) throws LDAPException {
    return directory.first(directory.base(), UNPROTECTED, attributes);
  }

  /** The same among the members of a group. */
  Optional<Entry> anyIn(DN group, String... attributes) throws LDAPException {
    Filter member = Filter.createEqualityFilter("memberOf", group.toString());
    return directory.first(
        directory.base(), Filter.createANDFilter(UNPROTECTED, member), attributes);
  }

  /** The account that this connection itself signs in with. */
  Optional<ObjectGuid> self() throws LDAPException {
    String login = directory.login();
    if (DN.isValidDN(login)) {
      return directory.read(new DN(login), "objectGUID").flatMap(People::guidOf);
    }
    int separator = login.indexOf('\\');
    Filter called =
        separator >= 0
            ? Filter.createEqualityFilter("sAMAccountName", login.substring(separator + 1))
            : Filter.createORFilter(
                Filter.createEqualityFilter("userPrincipalName", login),
                Filter.createEqualityFilter("sAMAccountName", login.replaceFirst("@.*", "")));
    List<Entry> found = directory.search(directory.domain(), called, "objectGUID");
    return found.size() == 1 ? guidOf(found.getFirst()) : Optional.empty();
  }

  private static Optional<ObjectGuid> guidOf(Entry entry) {
    return Optional.ofNullable(entry.getAttributeValueBytes("objectGUID")).map(ObjectGuid::of);
  }

  private static Filter personCalled(String label) {
    return Filter.createANDFilter(
        ANY_PERSON,
        Filter.createORFilter(
            Filter.createEqualityFilter("userPrincipalName", label),
            Filter.createEqualityFilter("sAMAccountName", label),
            Filter.createEqualityFilter("mail", label)));
  }
}
