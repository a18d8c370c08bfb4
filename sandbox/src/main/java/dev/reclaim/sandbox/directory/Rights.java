package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.Locale;

/** What one login may do. Everybody who signed in may read. */
enum Rights {
  /** Everything. */
  ALL,
  /** Members of groups, and whether people are enabled; protected entries excepted. */
  SERVICE,
  /** Nothing but reading. */
  READ;

  static Rights of(DN login) {
    String name = login.toString();
    if (Names.same(name, Company.ADMINISTRATOR)) {
      return ALL;
    }
    return Names.same(name, Company.SERVICE_LOGIN) ? SERVICE : READ;
  }

  boolean mayWrite(Entry entry, String attribute) {
    return switch (this) {
      case ALL -> true;
      case SERVICE ->
          writable(entry).stream()
              .anyMatch(
                  allowed ->
                      allowed.toLowerCase(Locale.ROOT).equals(attribute.toLowerCase(Locale.ROOT)));
      case READ -> false;
    };
  }

  /** The attributes that may be written, as far as they matter here. */
  List<String> writable(Entry entry) {
    boolean group = entry.hasObjectClass("group");
    boolean person = entry.hasObjectClass("user");
    return switch (this) {
      case ALL -> group ? List.of("member", "description") : List.of("userAccountControl", "mail");
      case SERVICE -> {
        if (entry.hasAttributeValue("adminCount", "1")) {
          yield List.of();
        }
        yield group ? List.of("member") : person ? List.of("userAccountControl") : List.of();
      }
      case READ -> List.of();
    };
  }
}
