package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;

/** The flags of an account; bit 2 (ACCOUNTDISABLE) keeps its owner from signing in. */
record UserAccountControl(int flags) {

  static final String ATTRIBUTE = "userAccountControl";
  private static final int DISABLED = 2;

  boolean enabled() {
    return (flags & DISABLED) == 0;
  }

  UserAccountControl disable() {
    return new UserAccountControl(flags | DISABLED);
  }

  UserAccountControl enable() {
    return new UserAccountControl(flags & ~DISABLED);
  }

  /** Takes the old value away by name, so that it fails if somebody else changed it meanwhile. */
  Modification[] changeTo(UserAccountControl wanted) {
    return new Modification[] {
      new Modification(ModificationType.DELETE, ATTRIBUTE, Integer.toString(flags)),
      new Modification(ModificationType.ADD, ATTRIBUTE, Integer.toString(wanted.flags))
    };
  }
}
