package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.ConnectionCheck.Lacks;
import dev.reclaim.connectors.ConnectionCheck.Missing;
import dev.reclaim.connectors.ConnectionCheck.Works;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Asks the directory what the login may write. A controller computes {@code
 * allowedAttributesEffective} for the one who asks (MS-ADTS), so nothing has to be tried.
 */
final class ChecksPermissions {

  private static final String WRITABLE = "allowedAttributesEffective";

  private final Directory directory;
  private final People people;
  private final List<String> proven = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  /** For one check. */
  ChecksPermissions(Directory directory, People people) {
    this.directory = directory;
    this.people = people;
  }

  ConnectionCheck of(Collection<SeatSource> sources) throws LDAPException {
    checkSelf();
    checkPeople(sources);
    for (SeatSource source : sources) {
      checkGroup(source);
    }
    return missing.isEmpty() ? new Works(proven) : new Lacks(missing);
  }

  private void checkSelf() throws LDAPException {
    if (people.self().isPresent()) {
      proven.add("signed in, and found the own login");
    } else {
      missing.add(
          new Missing(
              "the connection's own login cannot be found",
              "Give it read access to itself, or write its full distinguished name in 'bind-dn'."));
    }
  }

  private void checkPeople(Collection<SeatSource> sources) throws LDAPException {
    Optional<Entry> anyone = somebodyWithASeat(sources);
    if (anyone.isEmpty()) {
      anyone = people.any(WRITABLE);
    }
    if (anyone.isEmpty()) {
      missing.add(
          new Missing(
              "no account is to be seen below " + directory.base(),
              "Correct 'base-dn', or give the login read access there."));
    } else if (mayWrite(anyone.get(), UserAccountControl.ATTRIBUTE)) {
      proven.add("may disable accounts, as tried on " + anyone.get().getDN());
    } else {
      missing.add(
          new Missing(
              "accounts cannot be disabled, as tried on " + anyone.get().getDN(),
              "Delegate to the login the right to write 'userAccountControl' of accounts."));
    }
  }

  /** Rights are given by folder, so they are tried where the people are that matter. */
  private Optional<Entry> somebodyWithASeat(Collection<SeatSource> sources) throws LDAPException {
    for (SeatSource source : sources) {
      Optional<Entry> somebody = people.anyIn(Groups.named(source), WRITABLE);
      if (somebody.isPresent()) {
        return somebody;
      }
    }
    return Optional.empty();
  }

  private void checkGroup(SeatSource source) throws LDAPException {
    DN name = Groups.named(source);
    Optional<Entry> group = directory.read(name, WRITABLE);
    if (group.isEmpty()) {
      missing.add(
          new Missing(
              "the group " + name + " is not to be seen",
              "Correct the group's name, or give the login read access to it."));
    } else if (mayWrite(group.get(), "member")) {
      proven.add("may change the members of " + name);
    } else {
      missing.add(
          new Missing(
              "the members of " + name + " cannot be changed",
              "Delegate to the login the right to modify the membership of this group."));
    }
  }

  private static boolean mayWrite(Entry entry, String attribute) {
    return entry.hasAttributeValue(WRITABLE, attribute);
  }
}
