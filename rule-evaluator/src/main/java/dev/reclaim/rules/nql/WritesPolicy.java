package dev.reclaim.rules.nql;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** A reclamation as policy: an application to be filled in, and a rule that only observes. */
final class WritesPolicy {

  private static final int LONGEST_NAME = 50;

  private final Reclamation what;
  private final String source;
  private final String name;

  /**
   * @param source the file of the query
   */
  WritesPolicy(Reclamation what, String source) {
    this.what = what;
    this.source = source.replaceAll("\\R", " ");
    this.name = slug(what.application());
  }

  String applicationFile() {
    return "applications/" + name + ".yaml";
  }

  String ruleFile() {
    return "rules/" + ruleName() + ".yaml";
  }

  String application() {
    return """
        # From the NQL query in %s. Still to be said: owner, price, and seats (where they are taken back).
        kind: application
        name: %s
        title: %s
        """
        .formatted(source, name, quoted(what.application()));
  }

  String rule() {
    StringBuilder all = new StringBuilder();
    condition(
        all, "usedLessThan: {time: %s, within: %s}".formatted(what.usedLessThan(), what.within()));
    what.present().ifPresent(past -> condition(all, "presentElsewhere: {within: " + past + "}"));
    if (what.emailKnown()) {
      condition(all, "not: {unmatchedAccount: {}}");
    }
    what.notKeptWithin()
        .ifPresent(past -> condition(all, "not: {answeredKeep: {within: " + past + "}}"));
    return """
        # From the NQL query in %s. It observes until you give it a mode: ask or enforce.
        kind: rule
        name: %s
        title: %s
        applications: [%s]
        when:
          all:
        %sask: holder
        """
        .formatted(source, ruleName(), quoted(title()), name, all);
  }

  private static void condition(StringBuilder all, String condition) {
    all.append("    - ").append(condition).append('\n');
  }

  private String ruleName() {
    return name + "-underused";
  }

  private String title() {
    return "%s used less than %s in %s"
        .formatted(
            what.application(), Lengths.words(what.usedLessThan()), Lengths.words(what.within()));
  }

  /** A name that policy takes, from one that people use; the same one every time. */
  private static String slug(String title) {
    StringBuilder slug = new StringBuilder();
    for (char c : title.toLowerCase(Locale.ROOT).toCharArray()) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.append(c);
      } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
      slug.setLength(slug.length() - 1);
    }
    return slug.isEmpty() || slug.length() > LONGEST_NAME
        ? "application-" + UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8))
        : slug.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
