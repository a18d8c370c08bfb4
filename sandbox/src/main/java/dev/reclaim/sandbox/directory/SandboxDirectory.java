package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The company's directory, listening on 127.0.0.1. */
public final class SandboxDirectory implements AutoCloseable {

  private final Tree tree;
  private final Faults faults;
  private final Effects effects;
  private final LDAPListener listener;

  private SandboxDirectory(Tree tree, Faults faults, Effects effects, LDAPListener listener) {
    this.tree = tree;
    this.faults = faults;
    this.effects = effects;
    this.listener = listener;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   * @param password of every login that is no person's
   * @param home where the state is kept; empty to keep it in memory only
   */
  public static SandboxDirectory start(int port, String password, Optional<Path> home)
      throws IOException {
    try {
      Tree tree = new Tree(home.map(folder -> new LdifFile(folder.resolve("directory.ldif"))));
      Faults faults = new Faults();
      Effects effects = new Effects(new EffectLog(home.map(f -> f.resolve("effects.tsv"))));
      Controller controller = new Controller(tree, new SignsIn(password), faults, effects);
      LDAPListenerConfig config =
          new LDAPListenerConfig(port, new AnswersRequests(controller, Optional.empty()));
      config.setListenAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}));
      LDAPListener listener = new LDAPListener(config);
      listener.startListening();
      return new SandboxDirectory(tree, faults, effects, listener);
    } catch (LDAPException e) {
      throw new IOException("the sandbox directory cannot start: " + e.getMessage(), e);
    }
  }

  public int port() {
    return listener.getListenPort();
  }

  public String url() {
    return "ldap://127.0.0.1:" + port();
  }

  public Faults faults() {
    return faults;
  }

  public Effects effects() {
    return effects;
  }

  /**
   * The entries that match, whole, for people to look at.
   *
   * @throws LDAPException if the filter cannot be read
   */
  public List<Entry> entries(String filter) throws LDAPException {
    Filter wanted = Filter.create(filter);
    Snapshot now = tree.now();
    Shows shows = new Shows(now, Rights.READ);
    Matches matches = new Matches(now);
    List<Entry> found = new ArrayList<>();
    for (Entry entry : now.all()) {
      Entry whole = shows.whole(entry);
      if (matches.test(wanted, whole)) {
        found.add(whole);
      }
    }
    return found;
  }

  /** Back to the company's first day. */
  public void reset() throws IOException {
    try {
      faults.forget();
      effects.forget();
      tree.startAnew();
    } catch (LDAPException e) {
      throw new IOException("the company cannot be founded: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    listener.shutDown(true);
  }
}
