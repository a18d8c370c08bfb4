package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RestoreOutcome.NoLongerPossible;
import dev.reclaim.connectors.RestoreOutcome.Restored;
import dev.reclaim.connectors.RestoreOutcome.TryLater;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the earlier state back: the seat first, then the access. */
final class PutsBack {

  private final Directory directory;
  private final People people;
  private final Memberships memberships;

  PutsBack(Directory directory, People people, Memberships memberships) {
    this.directory = directory;
    this.people = people;
    this.memberships = memberships;
  }

  RestoreOutcome restore(SavedAccount saved, Set<Step> undo) {
    Attempt attempt = Attempt.toReadAccounts(directory);
    try {
      Optional<Person> person = people.find(saved.account());
      if (person.isEmpty()) {
        return new NoLongerPossible("the account is no longer in the directory");
      }
      List<String> done = new ArrayList<>();
      if (undo.contains(Step.FREE_SEAT)) {
        Optional<DN> group = groupNow(saved);
        if (group.isEmpty()) {
          return new NoLongerPossible("the group is no longer in the directory");
        }
        attempt = Attempt.toChangeMembers(group.get().toString());
        done.add(putIn(person.get(), group.get(), saved));
      }
      if (undo.contains(Step.DISABLE_ACCOUNT)) {
        attempt = Attempt.toChangeAccount(person.get());
        done.add(putAccess(person.get(), saved));
      }
      return new Restored(String.join("; ", done));
    } catch (LDAPException e) {
      return DisablesAccounts.isOvertaken(e)
          ? new TryLater(Duration.ofSeconds(5), "somebody else changed it at the same moment")
          : Trouble.of(e, attempt).asRestore();
    }
  }

  private Optional<DN> groupNow(SavedAccount saved) throws LDAPException {
    if (saved.group().isEmpty()) {
      return Optional.empty();
    }
    List<Entry> found =
        directory.search(directory.domain(), saved.group().get().filter(), "objectClass");
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst().getParsedDN());
  }

  private String putIn(Person person, DN group, SavedAccount saved) throws LDAPException {
    if (!saved.wasMember()) {
      return person.name() + " was not in " + group + " before";
    }
    if (memberships.isDirect(person, group)) {
      return person.name() + " is in " + group + " already";
    }
    try {
      directory.change(
          group, new Modification(ModificationType.ADD, "member", person.name().toString()));
    } catch (LDAPException e) {
      if (!mayMeanPresent(e) || !memberships.isDirect(person, group)) {
        throw e;
      }
    }
    return person.name() + " is in " + group + " again";
  }

  private String putAccess(Person person, SavedAccount saved) throws LDAPException {
    if (!saved.control().enabled()) {
      return person.name() + " was disabled before, and stays so";
    }
    if (person.control().enabled()) {
      return person.name() + " is enabled already";
    }
    directory.change(person.name(), person.control().changeTo(person.control().enable()));
    return person.name() + " is enabled again";
  }

  private static boolean mayMeanPresent(LDAPException e) {
    return e.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)
        || e.getResultCode().equals(ResultCode.ATTRIBUTE_OR_VALUE_EXISTS);
  }
}
