package dev.reclaim.consent.web;

import dev.reclaim.events.ConsentEvent.Further;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers to a campaign's other questions, as a form sends them: {@code question=option} for
 * what was chosen, and for texts the ids and the texts side by side.
 */
final class MoreAnswers {

  private MoreAnswers() {}

  static List<Further> of(List<String> chosen, List<String> ids, List<String> texts) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (String choice : chosen) {
      int equals = choice.indexOf('=');
      if (equals > 0) {
        given
            .computeIfAbsent(choice.substring(0, equals), _ -> new ArrayList<>())
            .add(choice.substring(equals + 1));
      }
    }
    for (int i = 0; i < Math.min(ids.size(), texts.size()); i++) {
      if (!texts.get(i).isBlank()) {
        given.put(ids.get(i), List.of(texts.get(i).strip()));
      }
    }
    return given.entrySet().stream().map(it -> new Further(it.getKey(), it.getValue())).toList();
  }
}
