package dev.reclaim.rules;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a document is not taken.
 *
 * @param file empty where there is only one document
 * @param line empty where the parser could not tell
 * @param key as in {@code when.all[0].usedLessThan.within}
 */
public record PolicyFault(Optional<String> file, OptionalInt line, String key, String reason) {

  public static PolicyFault of(Optional<String> file, BadPolicy refused) {
    return new PolicyFault(file, refused.line(), refused.key(), refused.reason());
  }

  BadPolicy asRefusal() {
    return new BadPolicy(key, reason, line);
  }

  /** As editors and compilers say it: {@code rules/idle.yaml:7: when.within: is missing}. */
  @Override
  public String toString() {
    StringBuilder sentence = new StringBuilder();
    file.ifPresent(name -> sentence.append(name).append(':'));
    line.ifPresent(number -> sentence.append(number).append(':'));
    return sentence
        .append(sentence.isEmpty() ? "" : " ")
        .append(key)
        .append(": ")
        .append(reason)
        .toString();
  }
}
