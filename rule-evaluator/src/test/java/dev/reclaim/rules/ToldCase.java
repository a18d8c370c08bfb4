package dev.reclaim.rules;

import dev.reclaim.rules.documents.PolicyDocuments;

/**
 * What a rule must say of a seat.
 *
 * @param known what is known of the seat, in the words of the page about rules
 */
public record ToldCase(Rule rule, String known, Preview.Kind answer) {

  private static final String HEAD = "kind: rule\nname: example\ntitle: Example\nask: nobody\n";

  /** A rule with nothing but this condition, from the rest of its document. */
  static Rule rule(String rest) {
    return read(HEAD + rest);
  }

  static Rule read(String document) {
    return (Rule) new PolicyDocuments().read(PolicyKind.RULE, document).policy();
  }

  Condition when() {
    return rule.when();
  }

  public SeatFacts facts() {
    return ToldSeat.of(known).facts();
  }

  @Override
  public String toString() {
    return "%s of: %s".formatted(rule.when(), known);
  }
}
