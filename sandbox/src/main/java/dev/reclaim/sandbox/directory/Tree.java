package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The entries: many readers, one writer at a time; a change is on disk before anyone sees it. */
final class Tree {

  private final Optional<LdifFile> file;
  private volatile Snapshot current;

  /** What is kept in the file, or a freshly founded company. */
  Tree(Optional<LdifFile> file) throws LDAPException, IOException {
    this.file = file;
    if (file.isPresent() && file.get().exists()) {
      current = new Snapshot(file.get().read());
    } else {
      replaceAll(Company.founded());
    }
  }

  Snapshot now() {
    return current;
  }

  /** Makes a change from the newest state; nothing is changed if it throws. */
  synchronized Snapshot change(Change change) throws LDAPException {
    Snapshot before = current;
    replaceAll(change.from(before));
    return before;
  }

  synchronized void startAnew() throws LDAPException, IOException {
    replaceAll(Company.founded());
  }

  private void replaceAll(Collection<Entry> entries) throws LDAPException {
    Snapshot next = new Snapshot(entries);
    file.ifPresent(kept -> kept.write(entries));
    current = next;
  }

  /** The next state, made from the one before. */
  interface Change {
    List<Entry> from(Snapshot before) throws LDAPException;
  }
}
