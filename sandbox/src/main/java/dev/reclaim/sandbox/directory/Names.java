package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;

/** Reads distinguished names. */
final class Names {

  private Names() {}

  static List<DN> all(String... values) throws LDAPException {
    List<DN> names = new ArrayList<>();
    if (values != null) {
      for (String value : values) {
        names.add(new DN(value));
      }
    }
    return names;
  }

  /** A value that must be a name. */
  static DN of(String value) throws LDAPException {
    try {
      return new DN(value);
    } catch (LDAPException e) {
      throw Refusal.notAName(value, e);
    }
  }

  static boolean same(String one, String other) {
    try {
      return DN.equals(one, other);
    } catch (LDAPException e) {
      return false;
    }
  }
}
