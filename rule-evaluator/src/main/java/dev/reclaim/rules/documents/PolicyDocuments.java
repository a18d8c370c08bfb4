package dev.reclaim.rules.documents;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.BadPolicy;
import dev.reclaim.rules.Policy;
import dev.reclaim.rules.PolicyDocument;
import dev.reclaim.rules.PolicyFault;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.PolicyText;
import dev.reclaim.rules.ReadPolicies;
import dev.reclaim.rules.ReadsPolicy;
import dev.reclaim.rules.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The four kinds of document. What stands in for a key that is left out is said here. */
public final class PolicyDocuments implements ReadsPolicy {

  private static final String KINDS =
      Arrays.stream(PolicyKind.values()).map(PolicyKind::word).collect(Collectors.joining(", "));

  private final Schemas schemas = new Schemas();

  @Override
  public String schema(PolicyKind kind) {
    return schemas.text(kind);
  }

  @Override
  public Written readOne(PolicyKind kind, String text) {
    return written(kind, Optional.empty(), Tree.of(text));
  }

  @Override
  public ReadPolicies readAll(List<PolicyText> files) {
    List<Written> documents = new ArrayList<>();
    List<PolicyFault> faults = new ArrayList<>();
    for (PolicyText file : files) {
      Optional<String> name = Optional.of(file.file());
      List<String> texts = Documents.of(file.text());
      if (texts.isEmpty()) {
        faults.add(PolicyFault.of(name, new BadPolicy("body", "has no document in it")));
      }
      for (String text : texts) {
        try {
          Tree tree = Tree.of(text);
          documents.add(written(kind(tree), name, tree));
        } catch (BadPolicy e) {
          faults.add(PolicyFault.of(name, e));
        }
      }
    }
    return new ReadPolicies(documents, faults);
  }

  private static PolicyKind kind(Tree tree) {
    String word = tree.root().path("kind").asText();
    return PolicyKind.of(word)
        .orElseThrow(
            () ->
                tree.refuse(
                    "kind",
                    tree.root().has("kind") ? "must be one of " + KINDS : "is missing: " + KINDS));
  }

  private Written written(PolicyKind kind, Optional<String> file, Tree tree) {
    schemas.check(kind, tree);
    Map<String, Object> content =
        EventCodec.json().convertValue(tree.root(), new TypeReference<Map<String, Object>>() {});
    Keys keys = Keys.of(tree);
    Policy policy = keys.whole(() -> policy(kind, keys));
    return new Written(new PolicyDocument(policy, content), file, tree.lines());
  }

  private static Policy policy(PolicyKind kind, Keys keys) {
    return switch (kind) {
      case APPLICATION -> ReadsApplications.of(keys);
      case RULE -> ReadsRules.of(keys);
      case CAMPAIGN -> ReadsCampaigns.of(keys);
      case HOLD -> ReadsHolds.of(keys);
    };
  }
}
