package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Says whether an entry matches a filter, with the rules that only this kind of directory has. */
final class Matches {

  private static final String BIT_AND = "1.2.840.113556.1.4.803";
  private static final String BIT_OR = "1.2.840.113556.1.4.804";
  private static final String CHAIN = "1.2.840.113556.1.4.1941";
  private static final Set<String> NAMES =
      Set.of("member", "memberof", "distinguishedname", "manager");
  private static final Set<String> BINARY = Set.of("objectguid", "objectsid");

  private final Snapshot snapshot;

  Matches(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  boolean test(Filter filter, Entry seen) throws LDAPException {
    return switch (filter.getFilterType()) {
      case Filter.FILTER_TYPE_AND -> {
        for (Filter part : filter.getComponents()) {
          if (!test(part, seen)) {
            yield false;
          }
        }
        yield true;
      }
      case Filter.FILTER_TYPE_OR -> {
        for (Filter part : filter.getComponents()) {
          if (test(part, seen)) {
            yield true;
          }
        }
        yield false;
      }
      case Filter.FILTER_TYPE_NOT -> !test(filter.getNOTComponent(), seen);
      case Filter.FILTER_TYPE_EXTENSIBLE_MATCH -> extended(filter, seen);
      case Filter.FILTER_TYPE_EQUALITY -> equality(filter, seen);
      default -> filter.matchesEntry(seen);
    };
  }

  private static boolean equality(Filter filter, Entry seen) throws LDAPException {
    String attribute = filter.getAttributeName().toLowerCase(Locale.ROOT);
    String value = filter.getAssertionValue();
    if (BINARY.contains(attribute)) {
      return Arrays.equals(filter.getAssertionValueBytes(), seen.getAttributeValueBytes(attribute));
    }
    if (attribute.equals("objectcategory") && !value.contains("=")) {
      String stored = seen.getAttributeValue("objectCategory");
      return stored != null
          && stored
              .toLowerCase(Locale.ROOT)
              .startsWith("cn=" + value.toLowerCase(Locale.ROOT) + ",");
    }
    if (NAMES.contains(attribute)) {
      return DN.isValidDN(value)
          && Names.all(seen.getAttributeValues(attribute)).contains(new DN(value));
    }
    return filter.matchesEntry(seen);
  }

  private boolean extended(Filter filter, Entry seen) throws LDAPException {
    String rule = filter.getMatchingRuleID() == null ? "" : filter.getMatchingRuleID();
    return switch (rule) {
      case BIT_AND -> (bits(filter, seen) & asked(filter)) == asked(filter);
      case BIT_OR -> (bits(filter, seen) & asked(filter)) != 0;
      case CHAIN -> chain(filter, seen);
      default -> false;
    };
  }

  /** From a member up to a group, or from a group down to a member. */
  private boolean chain(Filter filter, Entry seen) throws LDAPException {
    if (!DN.isValidDN(filter.getAssertionValue())) {
      return false;
    }
    DN other = new DN(filter.getAssertionValue());
    return switch (filter.getAttributeName().toLowerCase(Locale.ROOT)) {
      case "memberof" -> snapshot.allGroupsOf(seen.getParsedDN()).contains(other);
      case "member" -> snapshot.allGroupsOf(other).contains(seen.getParsedDN());
      default -> false;
    };
  }

  private static long bits(Filter filter, Entry seen) {
    Long value = seen.getAttributeValueAsLong(filter.getAttributeName());
    return value == null ? 0 : value;
  }

  private static long asked(Filter filter) {
    return Long.parseLong(filter.getAssertionValue());
  }
}
