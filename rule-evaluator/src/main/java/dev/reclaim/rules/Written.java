package dev.reclaim.rules;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A document and where it stands.
 *
 * @param file empty where there is only one document
 */
public record Written(PolicyDocument document, Optional<String> file, Lines lines) {

  public PolicyId id() {
    return document.policy().policyId();
  }

  /** As in {@code rules/idle.yaml, line 2}. */
  String place() {
    String name = file.orElse("the document");
    OptionalInt line = lines.of("name");
    return line.isPresent() ? name + ", line " + line.getAsInt() : name;
  }

  PolicyFault fault(String key, String reason) {
    return new PolicyFault(file, lines.of(key), key, reason);
  }
}
