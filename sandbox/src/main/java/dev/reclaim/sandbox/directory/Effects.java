package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts what really changed, by comparing before and after. */
public final class Effects {

  private static final int DISABLED = 2;

  private final EffectLog log;
  private final List<Effect> all;

  Effects(EffectLog log) {
    this.log = log;
    this.all = new CopyOnWriteArrayList<>(log.read());
  }

  public List<Effect> all() {
    return List.copyOf(all);
  }

  void forget() {
    all.clear();
    log.forget();
  }

  void compare(Entry before, Entry after, String by) throws LDAPException {
    Set<DN> were = new LinkedHashSet<>(Names.all(before.getAttributeValues("member")));
    Set<DN> are = new LinkedHashSet<>(Names.all(after.getAttributeValues("member")));
    for (DN member : were) {
      if (!are.contains(member)) {
        note(Effect.Kind.MEMBER_REMOVED, after, member.toString(), by);
      }
    }
    for (DN member : are) {
      if (!were.contains(member)) {
        note(Effect.Kind.MEMBER_ADDED, after, member.toString(), by);
      }
    }
    if (isDisabled(before) != isDisabled(after)) {
      note(
          isDisabled(after) ? Effect.Kind.ACCOUNT_DISABLED : Effect.Kind.ACCOUNT_ENABLED,
          after,
          "",
          by);
    }
  }

  private void note(Effect.Kind kind, Entry entry, String member, String by) {
    Effect effect = new Effect(kind, entry.getDN(), member, by, Instant.now());
    all.add(effect);
    log.append(effect);
  }

  private static boolean isDisabled(Entry entry) {
    Integer control = entry.getAttributeValueAsInteger("userAccountControl");
    return control != null && (control & DISABLED) != 0;
  }
}
