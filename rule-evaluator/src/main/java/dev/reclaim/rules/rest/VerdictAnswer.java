package dev.reclaim.rules.rest;

import dev.reclaim.rules.Preview;
import dev.reclaim.rules.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * A verdict as JSON.
 *
 * @param verdict {@code reclaimable}, {@code not-reclaimable} or {@code not-enough-data}
 */
public record VerdictAnswer(String verdict, List<String> sentences) {

  static VerdictAnswer of(Verdict verdict) {
    return new VerdictAnswer(word(Preview.Kind.of(verdict)), verdict.sentences());
  }

  static String word(Preview.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
