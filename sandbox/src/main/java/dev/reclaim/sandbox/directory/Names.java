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

  static boolean same(String one, String other) {
    try {
      return DN.equals(one, other);
    } catch (LDAPException e) {
      return false;
    }
  }
}
