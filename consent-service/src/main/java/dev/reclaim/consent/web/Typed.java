package dev.reclaim.consent.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody has typed and picked so far; a page that comes back shows it again.
 *
 * @param comment never null
 * @param picked the questions whose boxes are ticked
 * @param chosen {@code question=option} of what else is asked
 * @param texts by question
 */
record Typed(String comment, Set<String> picked, Set<String> chosen, Map<String, String> texts) {

  static final Typed NOTHING = new Typed("", Set.of(), Set.of(), Map.of());

  /** A page that is opened for the first time. */
  static Typed following(String question) {
    return new Typed("", Set.of(question), Set.of(), Map.of());
  }

  static Typed of(
      String comment,
      List<String> picked,
      List<String> chosen,
      List<String> ids,
      List<String> texts) {
    Map<String, String> byQuestion = new HashMap<>();
    for (int i = 0; i < Math.min(ids.size(), texts.size()); i++) {
      byQuestion.put(ids.get(i), texts.get(i));
    }
    return new Typed(
        TakesAnswers.shortened(comment).orElse(""),
        Set.copyOf(picked),
        Set.copyOf(chosen),
        byQuestion);
  }

  public boolean chose(String question, String option) {
    return chosen.contains(question + "=" + option);
  }

  public String text(String question) {
    return texts.getOrDefault(question, "");
  }
}
