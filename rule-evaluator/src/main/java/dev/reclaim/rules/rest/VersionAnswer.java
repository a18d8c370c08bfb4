package dev.reclaim.rules.rest;

import dev.reclaim.rules.Difference;
import dev.reclaim.rules.PolicyVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who changed a piece of policy, when, and what.
 *
 * @param differences to the version before; of the first version, all that it says
 */
public record VersionAnswer(
    int version,
    boolean retired,
    String changedBy,
    Instant changedAt,
    List<Difference> differences) {

  /** The newest first, from those given the first one first. */
  static List<VersionAnswer> of(List<PolicyVersion> versions) {
    List<VersionAnswer> answers = new ArrayList<>();
    Map<String, Object> before = Map.of();
    for (PolicyVersion version : versions) {
      Map<String, Object> content = version.document().content();
      answers.addFirst(
          new VersionAnswer(
              version.version(),
              version.retired(),
              version.by(),
              version.at(),
              Difference.between(before, content)));
      before = content;
    }
    return answers;
  }
}
