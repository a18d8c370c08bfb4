package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader gets to see of an entry: computed attributes, and many values only in ranges. */
final class Shows {

  /** The most values of one attribute in one answer (MaxValRange). */
  static final int MOST_VALUES = 1500;

  private static final Pattern RANGE =
      Pattern.compile("([a-z0-9]+);range=(\\d+)-(\\d+|\\*)", Pattern.CASE_INSENSITIVE);

  private final Snapshot snapshot;
  private final Rights rights;

  Shows(Snapshot snapshot, Rights rights) {
    this.snapshot = snapshot;
    this.rights = rights;
  }

  /** The whole entry with the back link that the directory computes. */
  Entry whole(Entry stored) throws LDAPException {
    Entry seen = stored.duplicate();
    String[] groups =
        snapshot.groupsOf(stored.getParsedDN()).stream().map(DN::toString).toArray(String[]::new);
    if (groups.length > 0) {
      seen.setAttribute("memberOf", groups);
    }
    return seen;
  }

  /** What was asked for, of a whole entry. */
  Entry asked(Entry seen, List<String> attributes) throws LDAPException {
    Entry answer = new Entry(seen.getDN());
    if (attributes.isEmpty() || attributes.contains("*")) {
      for (Attribute attribute : seen.getAttributes()) {
        add(answer, attribute, 0, "*");
      }
    }
    for (String asked : attributes) {
      Matcher range = RANGE.matcher(asked);
      if (range.matches()) {
        value(seen, range.group(1))
            .ifPresent(
                found -> addRange(answer, found, Integer.parseInt(range.group(2)), range.group(3)));
      } else {
        value(seen, asked).ifPresent(found -> add(answer, found, 0, "*"));
      }
    }
    return answer;
  }

  private Optional<Attribute> value(Entry seen, String asked) {
    return switch (asked.toLowerCase(Locale.ROOT)) {
      case "allowedattributeseffective" -> {
        List<String> writable = rights.writable(seen);
        yield writable.isEmpty()
            ? Optional.empty()
            : Optional.of(new Attribute("allowedAttributesEffective", writable));
      }
      case "primarygrouptoken" -> {
        var number = SecurityIds.numberOf(seen);
        yield seen.hasObjectClass("group") && number.isPresent()
            ? Optional.of(new Attribute("primaryGroupToken", Integer.toString(number.getAsInt())))
            : Optional.empty();
      }
      default -> Optional.ofNullable(seen.getAttribute(asked));
    };
  }

  private static void add(Entry answer, Attribute attribute, int from, String to) {
    if (attribute.size() > MOST_VALUES) {
      // As a controller does: the plain name is there as well, and empty.
      answer.addAttribute(new Attribute(attribute.getName()));
      addRange(answer, attribute, from, to);
    } else {
      answer.setAttribute(attribute);
    }
  }

  private static void addRange(Entry answer, Attribute attribute, int from, String to) {
    int size = attribute.size();
    if (from >= size) {
      return;
    }
    int wanted = to.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(to);
    int last = Math.min(Math.min(wanted, from + MOST_VALUES - 1), size - 1);
    String end = last == size - 1 ? "*" : Integer.toString(last);
    answer.addAttribute(
        new Attribute(
            attribute.getName() + ";range=" + from + "-" + end,
            Arrays.copyOfRange(attribute.getValues(), from, last + 1)));
  }
}
