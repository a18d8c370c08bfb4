package dev.reclaim.connectors.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entitlement looks like: {@code {product}/{sku}}. Its parts are known by these names.
 *
 * @param example one that an administrator would write
 */
record EntitlementForm(Pattern pattern, List<String> parts, String form, String example) {

  private static final Pattern PART = Pattern.compile("\\{([a-z-]+)}");

  static EntitlementForm of(Entry entry) {
    entry.allowOnly("form", "example");
    String form = entry.required("form").text();
    Matcher matcher = PART.matcher(form);
    StringBuilder pattern = new StringBuilder();
    List<String> parts = new ArrayList<>();
    int end = 0;
    while (matcher.find()) {
      pattern.append(Pattern.quote(form.substring(end, matcher.start()))).append("([^/'\"\\\\]+)");
      parts.add(matcher.group(1));
      end = matcher.end();
    }
    pattern.append(Pattern.quote(form.substring(end)));
    EntitlementForm read =
        new EntitlementForm(
            Pattern.compile(pattern.toString()),
            List.copyOf(parts),
            form,
            entry.required("example").text());
    if (read.into(Scope.empty(), read.example()).isEmpty()) {
      throw entry.required("example").refuse("does not look like " + form);
    }
    return read;
  }

  /** The scope with the parts of an entitlement in it; empty if it does not look like this. */
  Optional<Scope> into(Scope scope, String entitlement) {
    Matcher matcher = pattern.matcher(entitlement);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Scope known = scope;
    for (int part = 0; part < parts.size(); part++) {
      known = known.with(parts.get(part), matcher.group(part + 1));
    }
    return Optional.of(known);
  }
}
