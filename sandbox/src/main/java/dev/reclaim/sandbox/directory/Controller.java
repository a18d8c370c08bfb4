package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** What all connections share: the entries, the logins, the faults and the effects. */
final class Controller {

  private final Tree tree;
  private final SignsIn signsIn;
  private final Faults faults;
  private final Effects effects;

  Controller(Tree tree, SignsIn signsIn, Faults faults, Effects effects) {
    this.tree = tree;
    this.signsIn = signsIn;
    this.faults = faults;
    this.effects = effects;
  }

  Snapshot seen() {
    return faults.seen(tree.now());
  }

  Optional<DN> signIn(String login, byte[] password) throws LDAPException {
    return signsIn.as(login, password, tree.now());
  }

  void searchFaults(Runnable drop) throws LDAPException {
    if (faults.take(Fault.Kind.BUSY_SEARCH).isPresent()) {
      throw Refusal.busy();
    }
    if (faults.take(Fault.Kind.DROP_SEARCH).isPresent()) {
      drop.run();
    }
  }

  void modify(
      String name,
      List<Modification> modifications,
      Rights rights,
      DN login,
      boolean permissive,
      Runnable drop)
      throws LDAPException {
    if (faults.take(Fault.Kind.BUSY).isPresent()) {
      throw Refusal.busy();
    }
    if (faults.take(Fault.Kind.REFUSE).isPresent()) {
      throw Refusal.unwilling();
    }
    Snapshot old;
    synchronized (tree) {
      old =
          tree.change(
              before -> {
                Entry stored = before.get(name);
                Entry next = new Changes(before, rights, permissive).apply(stored, modifications);
                return PrimaryGroups.follow(Changes.replacing(before, stored, next), stored, next);
              });
      effects.compare(old.get(name), tree.now().get(name), login.toString());
    }
    faults.take(Fault.Kind.STALE_READS).ifPresent(fault -> faults.showOld(old, fault.lasting()));
    faults
        .take(Fault.Kind.SLOW)
        .ifPresent(fault -> LockSupport.parkNanos(fault.lasting().toNanos()));
    if (faults.take(Fault.Kind.DROP_ANSWER).isPresent()) {
      drop.run();
    }
  }

  void add(Entry given, Rights rights) throws LDAPException {
    requireAll(rights);
    tree.change(
        before -> {
          if (before.find(given.getParsedDN()).isPresent()) {
            throw Refusal.entryExists();
          }
          before.get(String.valueOf(given.getParentDNString()));
          for (DN member : Names.all(given.getAttributeValues("member"))) {
            if (before.find(member).isEmpty()) {
              throw Refusal.unknownMember();
            }
          }
          List<Entry> all = new ArrayList<>(before.all());
          all.add(NewEntry.complete(given, UUID.randomUUID(), nextNumber(before)));
          return all;
        });
  }

  void delete(String name, Rights rights) throws LDAPException {
    requireAll(rights);
    tree.change(before -> Moves.delete(before, name));
  }

  void rename(String name, String newRdn, String newParent, Rights rights) throws LDAPException {
    requireAll(rights);
    tree.change(before -> Moves.rename(before, name, newRdn, newParent));
  }

  private static void requireAll(Rights rights) throws LDAPException {
    if (rights != Rights.ALL) {
      throw Refusal.insufficientRights();
    }
  }

  private static int nextNumber(Snapshot before) {
    return before.all().stream()
            .flatMapToInt(entry -> SecurityIds.numberOf(entry).stream())
            .max()
            .orElse(1000)
        + 1;
  }
}
